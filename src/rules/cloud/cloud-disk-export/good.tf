resource "azurerm_managed_disk" "denied" {
  name                  = "denied"
  location              = "westeurope"
  resource_group_name   = "shop"
  storage_account_type  = "Premium_LRS"
  create_option         = "Empty"
  disk_size_gb          = 40
  network_access_policy = "DenyAll"
}

resource "azurerm_managed_disk" "private" {
  name                  = "private"
  location              = "westeurope"
  resource_group_name   = "shop"
  storage_account_type  = "Premium_LRS"
  create_option         = "Empty"
  disk_size_gb          = 40
  network_access_policy = "AllowPrivate"
  disk_access_id        = azurerm_disk_access.shop.id
}

resource "azurerm_snapshot" "unreachable" {
  name                          = "unreachable"
  location                      = "westeurope"
  resource_group_name           = "shop"
  create_option                 = "Copy"
  public_network_access_enabled = false
}
