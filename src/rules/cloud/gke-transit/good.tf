resource "google_container_cluster" "shop" {
  name                         = "shop"
  location                     = "europe-west9"
  datapath_provider            = "ADVANCED_DATAPATH"
  in_transit_encryption_config = "IN_TRANSIT_ENCRYPTION_INTER_NODE_TRANSPARENT"
  resource_labels = {
    data-class = "personal"
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

# Has no such encryption to switch on.
resource "google_container_cluster" "autopilot" {
  name             = "autopilot"
  location         = "europe-west9"
  enable_autopilot = true
  resource_labels = {
    data-class = "personal"
  }
}
