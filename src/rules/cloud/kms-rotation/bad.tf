resource "aws_kms_key" "silent" { # flagged
  description = "silent"
}

resource "aws_kms_key" "never" {
  description         = "never"
  enable_key_rotation = false # flagged
}

resource "google_kms_crypto_key" "silent" { # flagged
  name     = "silent"
  key_ring = google_kms_key_ring.shop.id
}

resource "google_kms_crypto_key" "seldom" {
  name            = "seldom"
  key_ring        = google_kms_key_ring.shop.id
  rotation_period = "63072000s" # flagged
}

resource "azurerm_key_vault_key" "silent" { # flagged
  name         = "silent"
  key_vault_id = azurerm_key_vault.shop.id
  key_type     = "RSA"
  key_opts     = ["wrapKey", "unwrapKey"]
}

resource "azurerm_key_vault" "shop" {
  name                     = "shop"
  purge_protection_enabled = false # flagged
}

variable "is_rotated" {
  type = bool
}

resource "aws_kms_key" "untold" {
  description         = "untold"
  enable_key_rotation = var.is_rotated # flagged
}
