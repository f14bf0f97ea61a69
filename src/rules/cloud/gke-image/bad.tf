resource "google_container_node_pool" "work" {
  name    = "work"
  cluster = "shop"

  node_config {
    image_type = "COS" # flagged
  }
}

resource "google_container_cluster" "simple" {
  name     = "simple"
  location = "europe-west9"

  node_config {
    image_type = "ubuntu" # flagged
  }
}

variable "image" {
  type = string
}

resource "google_container_node_pool" "untold" {
  name    = "untold"
  cluster = "shop"

  node_config {
    image_type = var.image # flagged
  }
}
