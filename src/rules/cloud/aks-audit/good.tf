resource "azurerm_kubernetes_cluster" "shop" {
  name     = "shop"
  location = "westeurope"
}

resource "azurerm_monitor_diagnostic_setting" "shop" {
  name               = "shop"
  target_resource_id = azurerm_kubernetes_cluster.shop.id

  dynamic "enabled_log" {
    for_each = ["kube-audit-admin", "guard"]
    content {
      category = enabled_log.value
    }
  }
}

resource "azurerm_kubernetes_cluster" "grouped" {
  name     = "grouped"
  location = "westeurope"
}

resource "azurerm_monitor_diagnostic_setting" "grouped" {
  name               = "grouped"
  target_resource_id = azurerm_kubernetes_cluster.grouped.id

  enabled_log {
    category_group = "audit"
  }
}

# As version 3 of the provider wrote it.
resource "azurerm_kubernetes_cluster" "old" {
  name     = "old"
  location = "westeurope"
}

resource "azurerm_monitor_diagnostic_setting" "old" {
  name               = "old"
  target_resource_id = azurerm_kubernetes_cluster.old.id

  log {
    category = "kube-audit"
    enabled  = true
  }
  log {
    category = "guard"
  }
}
