resource "google_container_cluster" "shop" {
  name     = "shop"
  location = "europe-west9"

  node_pool_defaults {
    node_config_defaults {
      insecure_kubelet_readonly_port_enabled = "FALSE"
    }
  }
}
