resource "google_container_cluster" "shop" {
  name     = "shop"
  location = "europe-west9"

  control_plane_endpoints_config {
    dns_endpoint_config {
      allow_external_traffic    = false
      enable_k8s_tokens_via_dns = false
    }
  }
}

resource "google_container_cluster" "silent" {
  name     = "silent"
  location = "europe-west9"
}
