resource "google_container_cluster" "shop" {
  name     = "shop"
  location = "europe-west9"

  workload_identity_config {
    workload_pool = "shop-prod.svc.id.goog"
  }
}

resource "google_container_node_pool" "workers" {
  name               = "workers"
  cluster            = google_container_cluster.shop.id
  initial_node_count = 2

  node_config {
    workload_metadata_config {
      mode = "GKE_METADATA"
    }
  }
}

# One account of Google for each program: here for the account "web" of the namespace "shop".
resource "google_service_account_iam_member" "web" {
  service_account_id = google_service_account.web.name
  role               = "roles/iam.workloadIdentityUser"
  member             = "serviceAccount:shop-prod.svc.id.goog[shop/web]"
}
