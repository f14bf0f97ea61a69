resource "azurerm_kubernetes_cluster" "shop" {
  name                = "shop"
  location            = "westeurope"
  resource_group_name = "shop"

  default_node_pool {
    name                   = "system"
    vm_size                = "Standard_D2s_v5"
    node_public_ip_enabled = true # flagged
  }
}

# As version 3 of the provider called it.
resource "azurerm_kubernetes_cluster_node_pool" "edge" {
  name                  = "edge"
  kubernetes_cluster_id = azurerm_kubernetes_cluster.shop.id
  vm_size               = "Standard_D2s_v5"
  enable_node_public_ip = true # flagged
}

variable "is_public" {
  type = bool
}

resource "azurerm_kubernetes_cluster_node_pool" "untold" {
  name                   = "untold"
  kubernetes_cluster_id  = azurerm_kubernetes_cluster.shop.id
  vm_size                = "Standard_D2s_v5"
  node_public_ip_enabled = var.is_public # flagged
}
