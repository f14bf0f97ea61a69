resource "google_container_cluster" "shop" {
  name                     = "shop"
  location                 = "europe-west9"
  remove_default_node_pool = true
  enable_shielded_nodes    = false # flagged
}

# The default pool stays, and secure boot is off where nobody asks for it.
resource "google_container_cluster" "simple" { # flagged
  name     = "simple"
  location = "europe-west9"
}

resource "google_container_node_pool" "work" {
  name    = "work"
  cluster = google_container_cluster.shop.name

  node_config {
    shielded_instance_config {
      enable_secure_boot          = false # flagged
      enable_integrity_monitoring = false # flagged
    }
  }
}

variable "is_secure" {
  type = bool
}

resource "google_container_node_pool" "untold" {
  name    = "untold"
  cluster = google_container_cluster.shop.name

  node_config {
    shielded_instance_config {
      enable_secure_boot = var.is_secure # flagged
    }
  }
}
