resource "azurerm_kubernetes_cluster" "shop" {
  name                              = "shop"
  location                          = "westeurope"
  role_based_access_control_enabled = false # flagged
}

# As version 2 of the provider wrote it.
resource "azurerm_kubernetes_cluster" "old" {
  name     = "old"
  location = "westeurope"

  role_based_access_control {
    enabled = false # flagged
  }
}

variable "has_rbac" {
  type = bool
}

resource "azurerm_kubernetes_cluster" "untold" {
  name                              = "untold"
  location                          = "westeurope"
  role_based_access_control_enabled = var.has_rbac # flagged
}
