resource "google_container_cluster" "shop" {
  name     = "shop"
  location = "europe-west9"

  anonymous_authentication_config {
    mode = "ENABLED" # flagged
  }
}

# As old clusters are made.
resource "google_container_cluster" "old" { # flagged
  name               = "old"
  location           = "europe-west9"
  min_master_version = "1.34"
}

# Depends on the version that Google starts it with.
resource "google_container_cluster" "untold" { # flagged
  name     = "untold"
  location = "europe-west9"
}
