resource "aws_kms_key" "orders" {
  description             = "orders of the shop"
  enable_key_rotation     = true
  deletion_window_in_days = 30
}

resource "google_kms_crypto_key" "orders" {
  name                       = "orders"
  key_ring                   = google_kms_key_ring.shop.id
  rotation_period            = "7776000s" # 90 days
  destroy_scheduled_duration = "2592000s" # 30 days

  lifecycle {
    prevent_destroy = true
  }
}

resource "azurerm_key_vault_key" "orders" {
  name         = "orders"
  key_vault_id = azurerm_key_vault.shop.id # with purge_protection_enabled = true
  key_type     = "RSA"
  key_size     = 3072
  key_opts     = ["wrapKey", "unwrapKey"]

  rotation_policy {
    expire_after = "P1Y"

    automatic {
      time_before_expiry = "P30D"
    }
  }
}
