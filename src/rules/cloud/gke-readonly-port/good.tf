resource "google_container_cluster" "shop" {
  name                     = "shop"
  location                 = "europe-west9"
  remove_default_node_pool = true
  min_master_version       = "1.31"

  node_pool_defaults {
    node_config_defaults {
      insecure_kubelet_readonly_port_enabled = "FALSE"
    }
  }
}

# Says nothing, and so does as its cluster says.
resource "google_container_node_pool" "work" {
  name    = "work"
  cluster = google_container_cluster.shop.name
}

resource "google_container_cluster" "new" {
  name     = "new"
  location = "europe-west9"
}
