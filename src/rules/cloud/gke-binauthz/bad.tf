resource "google_container_cluster" "shop" { # flagged
  name     = "shop"
  location = "europe-west9"
}

resource "google_container_cluster" "off" {
  name     = "off"
  location = "europe-west9"

  binary_authorization {
    evaluation_mode = "DISABLED" # flagged
  }
}

variable "mode" {
  type = string
}

resource "google_container_cluster" "untold" {
  name     = "untold"
  location = "europe-west9"

  binary_authorization {
    evaluation_mode = var.mode # flagged
  }
}
