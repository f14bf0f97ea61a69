resource "google_container_cluster" "shop" {
  name     = "shop"
  location = "europe-west9"

  release_channel {
    channel = "STABLE"
  }
}

resource "google_container_node_pool" "workers" {
  name               = "workers"
  cluster            = google_container_cluster.shop.id
  initial_node_count = 2

  management {
    auto_upgrade = true
    auto_repair  = true
  }
}
