resource "google_container_cluster" "shop" {
  name     = "shop"
  location = "europe-west9"

  master_auth {
    client_certificate_config {
      issue_client_certificate = true # flagged
    }
  }
}

variable "is_issued" {
  type = bool
}

resource "google_container_cluster" "untold" {
  name     = "untold"
  location = "europe-west9"

  master_auth {
    client_certificate_config {
      issue_client_certificate = var.is_issued # flagged
    }
  }
}
