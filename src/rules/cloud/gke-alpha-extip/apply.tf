resource "google_container_cluster" "shop" {
  name                    = "shop-prod"
  location                = "europe-west9"
  enable_kubernetes_alpha = false

  service_external_ips_config {
    enabled = false
  }
}
