resource "azurerm_kubernetes_cluster" "shop" {
  name     = "shop"
  location = "westeurope"
  sku_tier = "Standard"
  tags = {
    stage = "production"
  }

  web_app_routing {
    dns_zone_ids = [azurerm_dns_zone.shop.id]
  }
}

# Free will do for a trial.
resource "azurerm_kubernetes_cluster" "trial" {
  name                             = "trial"
  location                         = "westeurope"
  http_application_routing_enabled = false
}
