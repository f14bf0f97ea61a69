resource "google_container_cluster" "shop" {
  name                     = "shop"
  location                 = "europe-west9"
  remove_default_node_pool = true
  resource_labels = {
    data-class = "personal"
  }
}

resource "google_container_node_pool" "work" {
  name    = "work"
  cluster = google_container_cluster.shop.name

  node_config { # flagged
    machine_type = "e2-standard-4"
  }
}

variable "key" {
  type     = string
  nullable = true
}

resource "google_container_node_pool" "untold" {
  name    = "untold"
  cluster = google_container_cluster.shop.name

  node_config {
    boot_disk_kms_key = var.key == "" ? null : var.key # flagged
  }
}
