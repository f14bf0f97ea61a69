resource "google_container_cluster" "shop" {
  name     = "shop"
  location = "europe-west9"

  security_posture_config {
    mode = "BASIC"
  }
}

# On where nobody turns it off.
resource "google_container_cluster" "silent" {
  name     = "silent"
  location = "europe-west9"
}
