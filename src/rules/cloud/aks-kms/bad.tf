resource "azurerm_kubernetes_cluster" "shop" { # flagged
  name     = "shop"
  location = "westeurope"
}

variable "keys" {
  type = list(string)
}

resource "azurerm_kubernetes_cluster" "untold" {
  name     = "untold"
  location = "westeurope"

  dynamic "key_management_service" { # flagged
    for_each = var.keys
    content {
      key_vault_key_id = key_management_service.value
    }
  }
}
