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

variable "secrets" {
  type = map(string)
}

resource "azurerm_kubernetes_cluster" "untold" {
  name                      = "untold"
  location                  = "westeurope"
  workload_identity_enabled = true

  dynamic "service_principal" { # flagged
    for_each = var.secrets
    content {
      client_id     = service_principal.key
      client_secret = service_principal.value
    }
  }
}
