resource "azurerm_kubernetes_cluster" "shop" { # flagged
  name     = "shop"
  location = "westeurope"

  default_node_pool { # flagged
    name    = "system"
    vm_size = "Standard_D2s_v5"
  }
}

# As version 3 of the provider called it.
resource "azurerm_kubernetes_cluster_node_pool" "work" {
  name                   = "work"
  kubernetes_cluster_id  = azurerm_kubernetes_cluster.shop.id
  enable_host_encryption = false # flagged
}

variable "is_encrypted" {
  type = bool
}

resource "azurerm_kubernetes_cluster_node_pool" "untold" {
  name                    = "untold"
  kubernetes_cluster_id   = azurerm_kubernetes_cluster.shop.id
  host_encryption_enabled = var.is_encrypted # flagged
}
