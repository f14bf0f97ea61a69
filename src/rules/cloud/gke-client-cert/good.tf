resource "google_container_cluster" "shop" {
  name     = "shop"
  location = "europe-west9"

  master_auth {
    client_certificate_config {
      issue_client_certificate = false
    }
  }
}

resource "google_container_cluster" "silent" {
  name     = "silent"
  location = "europe-west9"
}
