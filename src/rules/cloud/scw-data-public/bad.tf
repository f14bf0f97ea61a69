resource "scaleway_opensearch_deployment" "logs" { # flagged
  name       = "logs"
  version    = "2.0"
  node_count = 3
  node_type  = "SEARCHDB-DEDICATED-2C-8G"
}

resource "scaleway_datawarehouse_deployment" "sales" { # flagged
  name          = "sales"
  version       = "v25"
  replica_count = 1
}

variable "networks" {
  type = list(string)
}

resource "scaleway_opensearch_deployment" "untold" {
  name      = "lab"
  version   = "2.0"
  node_type = "SEARCHDB-SHARED-2C-8G"

  dynamic "private_network" { # flagged
    for_each = var.networks
    content {
      private_network_id = private_network.value
    }
  }
}
