# The default pool stays.
resource "google_container_cluster" "simple" { # flagged
  name     = "simple"
  location = "europe-west9"
}

resource "google_container_node_pool" "silent" {
  name    = "silent"
  cluster = "shop"

  node_config { # flagged
    machine_type = "e2-standard-4"
  }
}

data "google_compute_default_service_account" "default" {}

resource "google_container_node_pool" "named" {
  name    = "named"
  cluster = "shop"

  node_config {
    service_account = data.google_compute_default_service_account.default.email # flagged
  }
}

variable "account" {
  type = string
}

resource "google_container_node_pool" "untold" {
  name    = "untold"
  cluster = "shop"

  node_config {
    service_account = var.account # flagged
  }
}
