resource "azurerm_kubernetes_cluster" "shop" {
  name     = "shop"
  location = "westeurope"

  network_profile { # flagged
    network_plugin = "azure"
  }
}

# Cilium carries the traffic, and is not told to judge it.
resource "azurerm_kubernetes_cluster" "half" {
  name     = "half"
  location = "westeurope"

  network_profile { # flagged
    network_plugin     = "azure"
    network_data_plane = "cilium"
  }
}

# The plugin that comes later may enforce policies or not.
resource "azurerm_kubernetes_cluster" "own" {
  name     = "own"
  location = "westeurope"

  network_profile { # flagged
    network_plugin = "none"
  }
}

variable "policy" {
  type = string
}

resource "azurerm_kubernetes_cluster" "untold" {
  name     = "untold"
  location = "westeurope"

  network_profile {
    network_plugin = "azure"
    network_policy = var.policy # flagged
  }
}
