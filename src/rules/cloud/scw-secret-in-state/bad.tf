variable "password" {
  type      = string
  sensitive = true
}

resource "scaleway_secret_version" "database" {
  secret_id = scaleway_secret.database.id
  data      = var.password # flagged
}

resource "scaleway_key_manager_key" "orders" { # flagged
  name        = "orders"
  usage       = "symmetric_encryption"
  algorithm   = "aes_256_gcm"
  unprotected = true # flagged
}

variable "is_free" {
  type = bool
}

resource "scaleway_key_manager_key" "untold" {
  name        = "lab"
  usage       = "symmetric_encryption"
  algorithm   = "aes_256_gcm"
  unprotected = var.is_free # flagged

  rotation_policy {
    rotation_period = "2160h"
  }
}
