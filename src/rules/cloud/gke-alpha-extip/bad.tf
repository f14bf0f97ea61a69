resource "google_container_cluster" "shop" {
  name                    = "shop-prod"
  location                = "europe-west9"
  enable_kubernetes_alpha = true # flagged

  service_external_ips_config {
    enabled = true # flagged
  }
}

variable "has_ips" {
  type = bool
}

resource "google_container_cluster" "untold" {
  name     = "untold"
  location = "europe-west9"

  service_external_ips_config {
    enabled = var.has_ips # flagged
  }
}
