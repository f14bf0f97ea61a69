# Tier Premium can be reached over a private endpoint alone; admin and anonymous stay off in every tier.
resource "azurerm_container_registry" "shop" {
  name                          = "shopimages"
  location                      = "westeurope"
  resource_group_name           = "shop"
  sku                           = "Premium"
  admin_enabled                 = false
  anonymous_pull_enabled        = false
  public_network_access_enabled = false
}

resource "azurerm_role_assignment" "pull" {
  scope                = azurerm_container_registry.shop.id
  role_definition_name = "AcrPull"
  principal_id         = azurerm_kubernetes_cluster.shop.kubelet_identity[0].object_id
}
