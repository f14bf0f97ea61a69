resource "google_container_cluster" "shop" {
  name     = "shop"
  location = "europe-west9"

  master_authorized_networks_config {
    gcp_public_cidrs_access_enabled = false
    cidr_blocks {
      cidr_block   = "198.51.100.0/24"
      display_name = "the office"
    }
  }
}

# The empty list lets in the nodes alone.
resource "google_container_cluster" "nobody" {
  name     = "nobody"
  location = "europe-west9"

  master_authorized_networks_config {}
}

resource "google_container_cluster" "inside" {
  name     = "inside"
  location = "europe-west9"

  private_cluster_config {
    enable_private_nodes    = true
    enable_private_endpoint = true
  }
}

# Has a name instead of an address, and who may use the name is asked of IAM.
resource "google_container_cluster" "named" {
  name     = "named"
  location = "europe-west9"

  control_plane_endpoints_config {
    ip_endpoints_config {
      enabled = false
    }
  }
}
