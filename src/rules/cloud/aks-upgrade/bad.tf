resource "azurerm_kubernetes_cluster" "shop" { # flagged
  name     = "shop"
  location = "westeurope"
}

# As version 3 of the provider called them.
resource "azurerm_kubernetes_cluster" "old" {
  name                      = "old"
  location                  = "westeurope"
  automatic_channel_upgrade = "none" # flagged
  node_os_channel_upgrade   = "Unmanaged" # flagged
}

variable "channel" {
  type = string
}

resource "azurerm_kubernetes_cluster" "untold" {
  name                      = "untold"
  location                  = "westeurope"
  automatic_upgrade_channel = var.channel # flagged
  node_os_upgrade_channel   = "SecurityPatch"
}
