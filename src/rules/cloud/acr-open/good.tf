resource "azurerm_container_registry" "shop" {
  name                          = "shop"
  location                      = "westeurope"
  sku                           = "Premium"
  admin_enabled                 = false
  anonymous_pull_enabled        = false
  public_network_access_enabled = false
}

# Both are off, and everybody who pulls signs in.
resource "azurerm_container_registry" "silent" {
  name     = "silent"
  location = "westeurope"
  sku      = "Basic"
}
