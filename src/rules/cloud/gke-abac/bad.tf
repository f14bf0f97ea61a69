resource "google_container_cluster" "shop" {
  name               = "shop"
  location           = "europe-west9"
  enable_legacy_abac = true # flagged
}

variable "is_old" {
  type = bool
}

resource "google_container_cluster" "untold" {
  name               = "untold"
  location           = "europe-west9"
  enable_legacy_abac = var.is_old # flagged
}
