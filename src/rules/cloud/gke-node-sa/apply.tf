resource "google_service_account" "nodes" {
  account_id   = "shop-nodes"
  display_name = "Nodes of the cluster shop"
}

# Logs, metrics and images: what nodes need, and no more.
resource "google_project_iam_member" "nodes" {
  for_each = toset(["roles/container.defaultNodeServiceAccount", "roles/artifactregistry.reader"])
  project  = "shop-prod"
  role     = each.value
  member   = google_service_account.nodes.member
}

resource "google_container_node_pool" "workers" {
  name               = "workers"
  cluster            = google_container_cluster.shop.id
  initial_node_count = 2

  node_config {
    machine_type    = "e2-standard-4"
    image_type      = "COS_CONTAINERD"
    service_account = google_service_account.nodes.email
    oauth_scopes    = ["https://www.googleapis.com/auth/cloud-platform"]
  }
}
