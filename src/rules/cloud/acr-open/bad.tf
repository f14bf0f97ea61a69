resource "azurerm_container_registry" "shop" {
  name                   = "shop"
  location               = "westeurope"
  sku                    = "Standard"
  admin_enabled          = true # flagged
  anonymous_pull_enabled = true # flagged
}

variable "has_admin" {
  type = bool
}

resource "azurerm_container_registry" "untold" {
  name          = "untold"
  location      = "westeurope"
  sku           = "Basic"
  admin_enabled = var.has_admin # flagged
}
