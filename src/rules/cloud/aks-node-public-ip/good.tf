resource "azurerm_kubernetes_cluster" "shop" {
  name                = "shop"
  location            = "westeurope"
  resource_group_name = "shop"

  # Nodes have no public address unless one is asked for.
  default_node_pool {
    name    = "system"
    vm_size = "Standard_D2s_v5"
  }
}

resource "azurerm_kubernetes_cluster_node_pool" "work" {
  name                   = "work"
  kubernetes_cluster_id  = azurerm_kubernetes_cluster.shop.id
  vm_size                = "Standard_D2s_v5"
  node_public_ip_enabled = false
}
