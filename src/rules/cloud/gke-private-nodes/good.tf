resource "google_container_cluster" "shop" {
  name     = "shop"
  location = "europe-west9"

  private_cluster_config {
    enable_private_nodes = true
  }
}

# Says nothing, and so does as its cluster does.
resource "google_container_node_pool" "work" {
  name    = "work"
  cluster = google_container_cluster.shop.name
}

# The pool that would have public addresses is taken away, and the other one says no.
resource "google_container_cluster" "office" {
  name                     = "office"
  location                 = "europe-west9"
  remove_default_node_pool = true
  initial_node_count       = 1
}

resource "google_container_node_pool" "office" {
  name    = "office"
  cluster = google_container_cluster.office.id

  network_config {
    enable_private_nodes = true
  }
}
