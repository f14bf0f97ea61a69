resource "aws_kms_key" "shop" {
  description         = "shop"
  enable_key_rotation = true
}

# Keys that sign cannot be rotated by themselves.
resource "aws_kms_key" "signing" {
  description              = "signing"
  key_usage                = "SIGN_VERIFY"
  customer_master_key_spec = "ECC_NIST_P256"
}

resource "google_kms_crypto_key" "shop" {
  name            = "shop"
  key_ring        = google_kms_key_ring.shop.id
  rotation_period = "7776000s"
}

resource "google_kms_crypto_key" "signing" {
  name     = "signing"
  key_ring = google_kms_key_ring.shop.id
  purpose  = "ASYMMETRIC_SIGN"
}

resource "azurerm_key_vault_key" "shop" {
  name         = "shop"
  key_vault_id = azurerm_key_vault.shop.id
  key_type     = "RSA"
  key_opts     = ["wrapKey", "unwrapKey"]

  rotation_policy {
    expire_after = "P1Y"
    automatic {
      time_before_expiry = "P30D"
    }
  }
}

resource "azurerm_key_vault" "shop" {
  name                     = "shop"
  purge_protection_enabled = true
}
