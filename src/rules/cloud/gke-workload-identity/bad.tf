resource "google_container_cluster" "shop" { # flagged
  name                     = "shop"
  location                 = "europe-west9"
  remove_default_node_pool = true
}

resource "google_container_cluster" "office" {
  name                     = "office"
  location                 = "europe-west9"
  remove_default_node_pool = true

  workload_identity_config {
    workload_pool = "office.svc.id.goog"
  }
}

resource "google_container_node_pool" "office" {
  name    = "office"
  cluster = google_container_cluster.office.name

  node_config {
    workload_metadata_config {
      mode = "GCE_METADATA" # flagged
    }
  }
}

variable "mode" {
  type = string
}

resource "google_container_node_pool" "untold" {
  name    = "untold"
  cluster = google_container_cluster.office.name

  node_config {
    workload_metadata_config {
      mode = var.mode # flagged
    }
  }
}

# As version 3 of the provider called it.
resource "google_container_node_pool" "old" {
  name    = "old"
  cluster = google_container_cluster.office.name

  node_config {
    workload_metadata_config {
      node_metadata = "EXPOSE" # flagged
    }
  }
}
