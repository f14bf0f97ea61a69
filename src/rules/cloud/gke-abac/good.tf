resource "google_container_cluster" "shop" {
  name               = "shop"
  location           = "europe-west9"
  enable_legacy_abac = false
}

# Off unless it is asked for.
resource "google_container_cluster" "silent" {
  name     = "silent"
  location = "europe-west9"
}
