resource "google_container_cluster" "shop" { # flagged
  name     = "shop"
  location = "europe-west9"
}

# Asked for, and taken away again.
resource "google_container_cluster" "half" { # flagged
  name     = "half"
  location = "europe-west9"

  network_policy {
    enabled = true
  }
  addons_config {
    network_policy_config {
      disabled = true
    }
  }
}

variable "datapath" {
  type = string
}

resource "google_container_cluster" "untold" {
  name              = "untold"
  location          = "europe-west9"
  datapath_provider = var.datapath # flagged
}
