resource "azurerm_managed_disk" "orders" {
  name                          = "shop-orders"
  location                      = "westeurope"
  resource_group_name           = "shop"
  storage_account_type          = "Premium_LRS"
  create_option                 = "Empty"
  disk_size_gb                  = 40
  network_access_policy         = "DenyAll"
  public_network_access_enabled = false
}

resource "azurerm_snapshot" "orders" {
  name                          = "shop-orders"
  location                      = "westeurope"
  resource_group_name           = "shop"
  create_option                 = "Copy"
  source_uri                    = azurerm_managed_disk.orders.id
  network_access_policy         = "DenyAll"
  public_network_access_enabled = false
}
