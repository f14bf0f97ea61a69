resource "google_service_account" "nodes" {
  account_id = "shop-nodes"
}

# What it says of nodes is gone with its first pool.
resource "google_container_cluster" "shop" {
  name                     = "shop"
  location                 = "europe-west9"
  remove_default_node_pool = true
  initial_node_count       = 1
}

# So is a first pool that is written out.
resource "google_container_cluster" "long" {
  name                     = "long"
  location                 = "europe-west9"
  remove_default_node_pool = true

  node_pool {
    name               = "default-pool"
    initial_node_count = 1
  }
}

resource "google_container_node_pool" "work" {
  name    = "work"
  cluster = google_container_cluster.shop.name

  node_config {
    service_account = google_service_account.nodes.email
    oauth_scopes    = ["https://www.googleapis.com/auth/cloud-platform"]
  }
}

resource "google_container_node_pool" "written" {
  name    = "written"
  cluster = google_container_cluster.shop.name

  node_config {
    service_account = "nodes@shop.iam.gserviceaccount.com"
  }
}

resource "google_container_cluster" "autopilot" {
  name             = "autopilot"
  location         = "europe-west9"
  enable_autopilot = true
}
