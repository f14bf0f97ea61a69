resource "google_container_cluster" "shop" { # flagged
  name     = "shop"
  location = "europe-west9"
}

# Two halves are a whole.
resource "google_container_cluster" "halves" {
  name     = "halves"
  location = "europe-west9"

  master_authorized_networks_config {
    cidr_blocks {
      cidr_block = "0.0.0.0/1" # flagged
    }
    cidr_blocks {
      cidr_block = "128.0.0.0/1"
    }
  }
}

resource "google_container_cluster" "neighbours" {
  name     = "neighbours"
  location = "europe-west9"

  master_authorized_networks_config {
    gcp_public_cidrs_access_enabled = true # flagged
    cidr_blocks {
      cidr_block = "198.51.100.0/24"
    }
  }
}

variable "ranges" {
  type = list(string)
}

resource "google_container_cluster" "untold" {
  name     = "untold"
  location = "europe-west9"

  master_authorized_networks_config {
    cidr_blocks {
      cidr_block = var.ranges[0] # flagged
    }
  }
}
