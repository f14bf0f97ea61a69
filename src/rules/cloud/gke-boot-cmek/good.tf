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

  node_config {
    boot_disk_kms_key = google_kms_crypto_key.nodes.id
  }
}

# Holds nothing about people.
resource "google_container_cluster" "lab" {
  name     = "lab"
  location = "europe-west9"
  resource_labels = {
    data-class = "none"
  }
}
