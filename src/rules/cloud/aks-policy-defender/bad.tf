resource "azurerm_kubernetes_cluster" "shop" {
  name                 = "shop"
  location             = "westeurope"
  azure_policy_enabled = false # flagged

  microsoft_defender {
    log_analytics_workspace_id = azurerm_log_analytics_workspace.shop.id
  }
}

resource "azurerm_kubernetes_cluster" "unwatched" { # flagged
  name                 = "unwatched"
  location             = "westeurope"
  azure_policy_enabled = true
}

# A plan, for something else.
resource "azurerm_security_center_subscription_pricing" "machines" {
  tier          = "Standard"
  resource_type = "VirtualMachines"
}

variable "has_policy" {
  type = bool
}

resource "azurerm_kubernetes_cluster" "untold" {
  name                 = "untold"
  location             = "westeurope"
  azure_policy_enabled = var.has_policy # flagged

  microsoft_defender {
    log_analytics_workspace_id = azurerm_log_analytics_workspace.shop.id
  }
}
