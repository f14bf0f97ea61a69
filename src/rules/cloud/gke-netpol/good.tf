resource "google_container_cluster" "shop" {
  name              = "shop"
  location          = "europe-west9"
  datapath_provider = "ADVANCED_DATAPATH"
}

resource "google_container_cluster" "calico" {
  name     = "calico"
  location = "europe-west9"

  network_policy {
    enabled  = true
    provider = "CALICO"
  }
  addons_config {
    network_policy_config {
      disabled = false
    }
  }
}

# Always has Dataplane V2.
resource "google_container_cluster" "autopilot" {
  name             = "autopilot"
  location         = "europe-west9"
  enable_autopilot = true
}
