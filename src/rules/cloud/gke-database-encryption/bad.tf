resource "google_container_cluster" "shop" { # flagged
  name     = "shop"
  location = "europe-west9"
}

resource "google_container_cluster" "off" {
  name     = "off"
  location = "europe-west9"

  database_encryption {
    state    = "DECRYPTED" # flagged
    key_name = ""
  }
}

variable "state" {
  type = string
}

resource "google_container_cluster" "untold" {
  name     = "untold"
  location = "europe-west9"

  database_encryption {
    state    = var.state # flagged
    key_name = google_kms_crypto_key.shop.id
  }
}
