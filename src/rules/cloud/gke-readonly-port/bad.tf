resource "google_container_cluster" "shop" {
  name                     = "shop"
  location                 = "europe-west9"
  remove_default_node_pool = true

  node_pool_defaults {
    node_config_defaults {
      insecure_kubelet_readonly_port_enabled = "TRUE" # flagged
    }
  }
}

resource "google_container_node_pool" "work" {
  name    = "work"
  cluster = google_container_cluster.shop.name

  node_config {
    kubelet_config {
      insecure_kubelet_readonly_port_enabled = "TRUE" # flagged
    }
  }
}

# Before 1.32 new clusters had it open.
resource "google_container_cluster" "old" { # flagged
  name               = "old"
  location           = "europe-west9"
  min_master_version = "1.31"
}

variable "port" {
  type = string
}

resource "google_container_node_pool" "untold" {
  name    = "untold"
  cluster = google_container_cluster.shop.name

  node_config {
    kubelet_config {
      insecure_kubelet_readonly_port_enabled = var.port # flagged
    }
  }
}
