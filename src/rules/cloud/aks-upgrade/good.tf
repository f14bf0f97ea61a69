resource "azurerm_kubernetes_cluster" "shop" {
  name                      = "shop"
  location                  = "westeurope"
  automatic_upgrade_channel = "patch"
  node_os_upgrade_channel   = "NodeImage"
}

# Nodes get new images where nothing is said.
resource "azurerm_kubernetes_cluster" "old" {
  name                      = "old"
  location                  = "westeurope"
  automatic_channel_upgrade = "stable"
}
