resource "azurerm_kubernetes_cluster" "shop" { # flagged
  name     = "shop"
  location = "westeurope"

  api_server_access_profile {
    authorized_ip_ranges = ["198.51.100.0/24"]
  }
}

resource "azurerm_kubernetes_cluster" "named" {
  name                                = "named"
  location                            = "westeurope"
  private_cluster_enabled             = true
  private_cluster_public_fqdn_enabled = true # flagged
}

variable "is_private" {
  type = bool
}

resource "azurerm_kubernetes_cluster" "untold" {
  name                    = "untold"
  location                = "westeurope"
  private_cluster_enabled = var.is_private # flagged

  api_server_access_profile {
    authorized_ip_ranges = ["198.51.100.0/24"]
  }
}
