resource "google_container_cluster" "shop" { # flagged
  name     = "shop"
  location = "europe-west9"
  resource_labels = {
    data-class = "personal"
  }
}

variable "encryption" {
  type = string
}

resource "google_container_cluster" "untold" {
  name                         = "untold"
  location                     = "europe-west9"
  in_transit_encryption_config = var.encryption # flagged
  resource_labels = {
    data-class = "health"
  }
}
