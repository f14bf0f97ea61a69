resource "azurerm_managed_disk" "silent" { # flagged
  name                 = "silent"
  location             = "westeurope"
  resource_group_name  = "shop"
  storage_account_type = "Premium_LRS"
  create_option        = "Empty"
  disk_size_gb         = 40
}

resource "azurerm_snapshot" "all" {
  name                  = "all"
  location              = "westeurope"
  resource_group_name   = "shop"
  create_option         = "Copy"
  network_access_policy = "AllowAll" # flagged
}

variable "policy" {
  type = string
}

resource "azurerm_managed_disk" "untold" {
  name                  = "untold"
  location              = "westeurope"
  resource_group_name   = "shop"
  storage_account_type  = "Premium_LRS"
  create_option         = "Empty"
  disk_size_gb          = 40
  network_access_policy = var.policy # flagged
}
