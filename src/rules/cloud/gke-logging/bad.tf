resource "google_container_cluster" "shop" {
  name            = "shop"
  location        = "europe-west9"
  logging_service = "none" # flagged
}

resource "google_container_cluster" "half" {
  name     = "half"
  location = "europe-west9"

  logging_config {
    enable_components = ["WORKLOADS"] # flagged
  }
}

variable "components" {
  type = list(string)
}

resource "google_container_cluster" "untold" {
  name     = "untold"
  location = "europe-west9"

  logging_config {
    enable_components = var.components # flagged
  }
}
