ephemeral "random_password" "database" {
  length = 32
}

# data_wo is written to the vault and to no state.
resource "scaleway_secret_version" "database" {
  secret_id       = scaleway_secret.database.id
  data_wo         = ephemeral.random_password.database.result
  data_wo_version = 1
}

resource "scaleway_key_manager_key" "orders" {
  name        = "shop-orders"
  usage       = "symmetric_encryption"
  algorithm   = "aes_256_gcm"
  unprotected = false

  rotation_policy {
    rotation_period = "2160h" # 90 days
  }
}
