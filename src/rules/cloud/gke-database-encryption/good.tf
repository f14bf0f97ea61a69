resource "google_container_cluster" "shop" {
  name     = "shop"
  location = "europe-west9"

  database_encryption {
    state    = "ENCRYPTED"
    key_name = google_kms_crypto_key.shop.id
  }
}
