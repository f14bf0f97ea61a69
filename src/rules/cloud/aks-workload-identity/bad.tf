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
