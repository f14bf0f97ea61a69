# What alpha clusters are for.
resource "google_container_cluster" "trial" {
  name                    = "trial"
  location                = "europe-west9"
  enable_kubernetes_alpha = true
}

resource "google_container_cluster" "shop" {
  name     = "shop-prod"
  location = "europe-west9"

  service_external_ips_config {
    enabled = false
  }
}
