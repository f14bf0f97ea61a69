resource "google_container_cluster" "shop" {
  name     = "shop"
  location = "europe-west9"

  anonymous_authentication_config {
    mode = "LIMITED"
  }
}

# As newer clusters are made.
resource "google_container_cluster" "new" {
  name               = "new"
  location           = "europe-west9"
  min_master_version = "1.36"
}
