resource "azurerm_kubernetes_cluster" "shop" { # flagged
  name     = "shop"
  location = "westeurope"
}

variable "groups" {
  type = list(string)
}

resource "azurerm_kubernetes_cluster" "untold" {
  name     = "untold"
  location = "westeurope"

  dynamic "azure_active_directory_role_based_access_control" { # flagged
    for_each = var.groups
    content {
      admin_group_object_ids = [azure_active_directory_role_based_access_control.value]
    }
  }
}
