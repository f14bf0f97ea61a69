resource "azurerm_kubernetes_cluster" "shop" {
  name                      = "shop"
  location                  = "westeurope"
  workload_identity_enabled = true

  service_principal { # flagged
    client_id     = "11111111-2222-3333-4444-555555555555"
    client_secret = var.secret
  }
}

variable "secret" {
  type = string
}

resource "azurerm_kubernetes_cluster" "silent" { # flagged
  name     = "silent"
  location = "westeurope"

  identity {
    type = "SystemAssigned"
  }
}

variable "has_identities" {
  type = bool
}

resource "azurerm_kubernetes_cluster" "untold" {
  name                      = "untold"
  location                  = "westeurope"
  workload_identity_enabled = var.has_identities # flagged

  identity {
    type = "SystemAssigned"
  }
}
