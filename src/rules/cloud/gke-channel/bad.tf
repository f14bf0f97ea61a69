resource "google_container_cluster" "shop" {
  name                     = "shop"
  location                 = "europe-west9"
  remove_default_node_pool = true

  release_channel {
    channel = "UNSPECIFIED" # flagged
  }
}

resource "google_container_node_pool" "work" {
  name    = "work"
  cluster = google_container_cluster.shop.name

  management {
    auto_upgrade = false # flagged
    auto_repair  = false # flagged
  }
}

variable "upgrades" {
  type = bool
}

resource "google_container_node_pool" "untold" {
  name    = "untold"
  cluster = google_container_cluster.shop.name

  management {
    auto_upgrade = var.upgrades # flagged
  }
}
