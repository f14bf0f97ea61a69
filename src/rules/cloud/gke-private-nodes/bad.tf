resource "google_container_cluster" "shop" { # flagged
  name     = "shop"
  location = "europe-west9"
}

resource "google_container_cluster" "office" {
  name     = "office"
  location = "europe-west9"

  private_cluster_config {
    enable_private_nodes = true
  }
}

# A pool's own word counts for it.
resource "google_container_node_pool" "edge" {
  name    = "edge"
  cluster = google_container_cluster.office.name

  network_config {
    enable_private_nodes = false # flagged
  }
}

variable "is_private" {
  type = bool
}

resource "google_container_cluster" "untold" {
  name     = "untold"
  location = "europe-west9"

  private_cluster_config {
    enable_private_nodes = var.is_private # flagged
  }
}
