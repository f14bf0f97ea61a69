# Its identity must be allowed to use the key before a disk can be made.
resource "azurerm_disk_encryption_set" "disks" {
  name                      = "shop-disks"
  location                  = "westeurope"
  resource_group_name       = "shop"
  key_vault_key_id          = azurerm_key_vault_key.disks.versionless_id
  auto_key_rotation_enabled = true

  identity {
    type = "SystemAssigned"
  }
}

resource "azurerm_kubernetes_cluster" "shop" {
  name                   = "shop"
  location               = "westeurope"
  resource_group_name    = "shop"
  dns_prefix             = "shop"
  disk_encryption_set_id = azurerm_disk_encryption_set.disks.id

  default_node_pool {
    name                    = "system"
    vm_size                 = "Standard_D4s_v5"
    node_count              = 3
    host_encryption_enabled = true
  }
}
