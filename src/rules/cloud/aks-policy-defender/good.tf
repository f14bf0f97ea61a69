resource "azurerm_kubernetes_cluster" "shop" {
  name                 = "shop"
  location             = "westeurope"
  azure_policy_enabled = true

  microsoft_defender {
    log_analytics_workspace_id = azurerm_log_analytics_workspace.shop.id
  }
}

# The plan of the subscription brings the sensor.
resource "azurerm_kubernetes_cluster" "planned" {
  name                 = "planned"
  location             = "westeurope"
  azure_policy_enabled = true
}

resource "azurerm_security_center_subscription_pricing" "containers" {
  tier          = "Standard"
  resource_type = "Containers"
}
