resource "azurerm_kubernetes_cluster" "shop" {
  name                      = "shop"
  location                  = "westeurope"
  oidc_issuer_enabled       = true
  workload_identity_enabled = true

  identity {
    type = "SystemAssigned"
  }
}

# The issuer is on by itself.
resource "azurerm_kubernetes_cluster" "short" {
  name                      = "short"
  location                  = "westeurope"
  workload_identity_enabled = true

  identity {
    type         = "UserAssigned"
    identity_ids = [azurerm_user_assigned_identity.shop.id]
  }
}
