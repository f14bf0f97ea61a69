resource "azurerm_kubernetes_cluster" "shop" { # flagged
  name                    = "shop"
  location                = "westeurope"
  private_cluster_enabled = true
}

variable "runs" {
  type = bool
}

resource "azurerm_kubernetes_cluster" "untold" {
  name                = "untold"
  location            = "westeurope"
  run_command_enabled = var.runs # flagged
}
