resource "google_container_cluster" "shop" {
  name     = "shop"
  location = "europe-west9"

  private_cluster_config {
    enable_private_nodes = true
  }
}

# The way out, for images of registries outside of Google.
resource "google_compute_router_nat" "shop" {
  name                               = "shop"
  router                             = google_compute_router.shop.name
  region                             = "europe-west9"
  nat_ip_allocate_option             = "AUTO_ONLY"
  source_subnetwork_ip_ranges_to_nat = "ALL_SUBNETWORKS_ALL_IP_RANGES"
}
