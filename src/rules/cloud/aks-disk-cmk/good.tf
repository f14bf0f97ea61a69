resource "azurerm_kubernetes_cluster" "shop" {
  name                   = "shop"
  location               = "westeurope"
  disk_encryption_set_id = azurerm_disk_encryption_set.shop.id

  default_node_pool {
    name                    = "system"
    vm_size                 = "Standard_D2s_v5"
    host_encryption_enabled = true
  }
}

resource "azurerm_kubernetes_cluster_node_pool" "old" {
  name                   = "old"
  kubernetes_cluster_id  = azurerm_kubernetes_cluster.shop.id
  enable_host_encryption = true
}
