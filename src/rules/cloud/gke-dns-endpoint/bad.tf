resource "google_container_cluster" "shop" {
  name     = "shop"
  location = "europe-west9"

  control_plane_endpoints_config {
    dns_endpoint_config {
      allow_external_traffic    = true # flagged
      enable_k8s_tokens_via_dns = true # flagged
    }
  }
}

variable "is_external" {
  type = bool
}

resource "google_container_cluster" "untold" {
  name     = "untold"
  location = "europe-west9"

  control_plane_endpoints_config {
    dns_endpoint_config {
      allow_external_traffic = var.is_external # flagged
    }
  }
}
