resource "azurerm_kubernetes_cluster" "shop" { # flagged
  name     = "shop"
  location = "westeurope"
}

# Keeps something else.
resource "azurerm_kubernetes_cluster" "half" { # flagged
  name     = "half"
  location = "westeurope"
}

resource "azurerm_monitor_diagnostic_setting" "half" {
  name               = "half"
  target_resource_id = azurerm_kubernetes_cluster.half.id

  enabled_log {
    category = "kube-audit"
  }
  enabled_log {
    category = "kube-scheduler"
  }
}

variable "categories" {
  type = list(string)
}

resource "azurerm_kubernetes_cluster" "untold" { # flagged
  name     = "untold"
  location = "westeurope"
}

resource "azurerm_monitor_diagnostic_setting" "untold" {
  name               = "untold"
  target_resource_id = azurerm_kubernetes_cluster.untold.id

  dynamic "enabled_log" {
    for_each = var.categories
    content {
      category = enabled_log.value
    }
  }
}
