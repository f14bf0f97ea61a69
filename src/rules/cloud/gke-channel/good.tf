resource "google_container_cluster" "shop" {
  name                     = "shop"
  location                 = "europe-west9"
  remove_default_node_pool = true

  release_channel {
    channel = "STABLE"
  }
}

resource "google_container_node_pool" "work" {
  name    = "work"
  cluster = google_container_cluster.shop.name

  management {
    auto_upgrade = true
    auto_repair  = true
  }
}

# Both are on where nothing is said, and a new cluster is put on a channel.
resource "google_container_node_pool" "silent" {
  name    = "silent"
  cluster = google_container_cluster.shop.name
}

resource "google_container_cluster" "silent" {
  name                     = "silent"
  location                 = "europe-west9"
  remove_default_node_pool = true
}
