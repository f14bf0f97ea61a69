resource "azurerm_kubernetes_cluster" "shop" {
  name     = "shop"
  location = "westeurope"

  key_management_service {
    key_vault_key_id         = azurerm_key_vault_key.shop.id
    key_vault_network_access = "Private"
  }
}
