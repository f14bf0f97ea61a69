resource "azurerm_kubernetes_cluster" "shop" {
  name                             = "shop"
  location                         = "westeurope"
  http_application_routing_enabled = true # flagged
}

# As version 2 of the provider wrote it.
resource "azurerm_kubernetes_cluster" "old" {
  name     = "old"
  location = "westeurope"

  addon_profile {
    http_application_routing {
      enabled = true # flagged
    }
  }
}

resource "azurerm_kubernetes_cluster" "live" { # flagged
  name     = "live"
  location = "westeurope"
  tags = {
    stage = "production"
  }
}

variable "routes" {
  type = bool
}

resource "azurerm_kubernetes_cluster" "untold" {
  name                             = "untold"
  location                         = "westeurope"
  http_application_routing_enabled = var.routes # flagged
}
