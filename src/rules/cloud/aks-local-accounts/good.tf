resource "azurerm_kubernetes_cluster" "shop" {
  name                   = "shop"
  location               = "westeurope"
  local_account_disabled = true

  azure_active_directory_role_based_access_control {
    azure_rbac_enabled = true
  }
}

# Has no other sign-in yet, which is another fault: aks-entra.
resource "azurerm_kubernetes_cluster" "local" {
  name     = "local"
  location = "westeurope"
}
