resource "azurerm_kubernetes_cluster" "shop" { # flagged
  name     = "shop"
  location = "westeurope"

  azure_active_directory_role_based_access_control {
    azure_rbac_enabled = true
  }
}

variable "is_closed" {
  type = bool
}

resource "azurerm_kubernetes_cluster" "untold" {
  name                   = "untold"
  location               = "westeurope"
  local_account_disabled = var.is_closed # flagged

  azure_active_directory_role_based_access_control {
    azure_rbac_enabled = true
  }
}
