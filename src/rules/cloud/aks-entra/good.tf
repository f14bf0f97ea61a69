resource "azurerm_kubernetes_cluster" "shop" {
  name     = "shop"
  location = "westeurope"

  azure_active_directory_role_based_access_control {
    azure_rbac_enabled     = true
    admin_group_object_ids = ["11111111-2222-3333-4444-555555555555"]
  }
}

# As version 2 of the provider wrote it.
resource "azurerm_kubernetes_cluster" "old" {
  name     = "old"
  location = "westeurope"

  role_based_access_control {
    enabled = true
    azure_active_directory {
      managed = true
    }
  }
}
