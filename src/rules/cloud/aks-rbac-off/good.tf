resource "azurerm_kubernetes_cluster" "shop" {
  name                              = "shop"
  location                          = "westeurope"
  role_based_access_control_enabled = true
}

# On unless it is turned off.
resource "azurerm_kubernetes_cluster" "silent" {
  name     = "silent"
  location = "westeurope"
}
