resource "azurerm_kubernetes_cluster" "shop" {
  name     = "shop"
  location = "westeurope"

  key_vault_secrets_provider {
    secret_rotation_enabled = false # flagged
  }
}

# As version 2 of the provider wrote it.
resource "azurerm_kubernetes_cluster" "old" {
  name     = "old"
  location = "westeurope"

  addon_profile {
    azure_keyvault_secrets_provider { # flagged
      enabled = true
    }
  }
}

variable "rotates" {
  type = bool
}

resource "azurerm_kubernetes_cluster" "untold" {
  name     = "untold"
  location = "westeurope"

  key_vault_secrets_provider {
    secret_rotation_enabled = var.rotates # flagged
  }
}
