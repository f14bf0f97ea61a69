resource "google_container_node_pool" "work" {
  name    = "work"
  cluster = "shop"

  node_config {
    metadata = {
      disable-legacy-endpoints = "false" # flagged
    }
  }
}

variable "is_closed" {
  type = string
}

resource "google_container_node_pool" "untold" {
  name    = "untold"
  cluster = "shop"

  node_config {
    metadata = {
      disable-legacy-endpoints = var.is_closed # flagged
    }
  }
}
