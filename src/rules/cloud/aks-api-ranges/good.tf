resource "azurerm_kubernetes_cluster" "shop" {
  name     = "shop"
  location = "westeurope"

  api_server_access_profile {
    authorized_ip_ranges = ["198.51.100.0/24"]
  }
}

resource "azurerm_kubernetes_cluster" "old" {
  name                            = "old"
  location                        = "westeurope"
  api_server_authorized_ip_ranges = ["198.51.100.0/24"]
}

resource "azurerm_kubernetes_cluster" "inside" {
  name                    = "inside"
  location                = "westeurope"
  private_cluster_enabled = true
}
