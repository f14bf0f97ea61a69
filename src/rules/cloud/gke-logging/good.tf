resource "google_container_cluster" "shop" {
  name     = "shop"
  location = "europe-west9"

  logging_config {
    enable_components = ["SYSTEM_COMPONENTS", "APISERVER", "WORKLOADS"]
  }
}

# System and workloads are logged where nothing is said.
resource "google_container_cluster" "silent" {
  name     = "silent"
  location = "europe-west9"
}
