resource "azurerm_kubernetes_cluster" "shop" {
  name     = "shop"
  location = "westeurope"

  key_vault_secrets_provider {
    secret_rotation_enabled  = true
    secret_rotation_interval = "2m"
  }
}

# Takes nothing from Key Vault.
resource "azurerm_kubernetes_cluster" "without" {
  name     = "without"
  location = "westeurope"
}
