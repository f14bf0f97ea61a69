resource "azurerm_kubernetes_cluster" "shop" { # flagged
  name     = "shop"
  location = "westeurope"
}

# Two halves are a whole.
resource "azurerm_kubernetes_cluster" "halves" {
  name     = "halves"
  location = "westeurope"

  api_server_access_profile {
    authorized_ip_ranges = [
      "0.0.0.0/1", # flagged
      "128.0.0.0/1",
    ]
  }
}

# As version 3 of the provider called it, and an empty list is none.
resource "azurerm_kubernetes_cluster" "old" {
  name                            = "old"
  location                        = "westeurope"
  api_server_authorized_ip_ranges = [] # flagged
}

variable "ranges" {
  type = list(string)
}

resource "azurerm_kubernetes_cluster" "untold" {
  name     = "untold"
  location = "westeurope"

  api_server_access_profile {
    authorized_ip_ranges = var.ranges # flagged
  }
}
