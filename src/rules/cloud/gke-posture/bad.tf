resource "google_container_cluster" "shop" {
  name     = "shop"
  location = "europe-west9"

  security_posture_config {
    mode = "DISABLED" # flagged
  }
}

variable "mode" {
  type = string
}

resource "google_container_cluster" "untold" {
  name     = "untold"
  location = "europe-west9"

  security_posture_config {
    mode = var.mode # flagged
  }
}
