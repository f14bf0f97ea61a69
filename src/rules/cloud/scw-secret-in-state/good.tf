ephemeral "random_password" "database" {
  length = 32
}

resource "scaleway_secret_version" "database" {
  secret_id       = scaleway_secret.database.id
  data_wo         = ephemeral.random_password.database.result
  data_wo_version = 1
}

resource "scaleway_key_manager_key" "orders" {
  name      = "orders"
  usage     = "symmetric_encryption"
  algorithm = "aes_256_gcm"

  rotation_policy {
    rotation_period = "2160h"
  }
}

# Whoever checks the signatures would have to learn the new key first.
resource "scaleway_key_manager_key" "releases" {
  name      = "releases"
  usage     = "asymmetric_signing"
  algorithm = "ec_p256_sha256"
}
