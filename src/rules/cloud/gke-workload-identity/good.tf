resource "google_container_cluster" "shop" {
  name                     = "shop"
  location                 = "europe-west9"
  remove_default_node_pool = true

  workload_identity_config {
    workload_pool = "${data.google_project.shop.project_id}.svc.id.goog"
  }
}

data "google_project" "shop" {}

resource "google_container_node_pool" "work" {
  name    = "work"
  cluster = google_container_cluster.shop.id

  node_config {
    workload_metadata_config {
      mode = "GKE_METADATA"
    }
  }
}

# As new pools of such a cluster are made.
resource "google_container_node_pool" "silent" {
  name    = "silent"
  cluster = google_container_cluster.shop.id
}

# Always on where Google runs the nodes.
resource "google_container_cluster" "autopilot" {
  name             = "autopilot"
  location         = "europe-west9"
  enable_autopilot = true
}

# As version 3 of the provider called it.
resource "google_container_cluster" "old" {
  name                     = "old"
  location                 = "europe-west9"
  remove_default_node_pool = true

  workload_identity_config {
    identity_namespace = "old.svc.id.goog"
  }
}

resource "google_container_node_pool" "old" {
  name    = "old"
  cluster = google_container_cluster.old.name

  node_config {
    workload_metadata_config {
      node_metadata = "GKE_METADATA_SERVER"
    }
  }
}
