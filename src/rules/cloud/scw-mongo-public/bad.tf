resource "scaleway_mongodb_instance" "orders" { # flagged
  name      = "orders"
  node_type = "MGDB-PLAY2-NANO"
}

resource "scaleway_mongodb_instance" "stock" {
  name                         = "stock"
  node_type                    = "MGDB-PLAY2-NANO"
  is_snapshot_schedule_enabled = false # flagged

  private_network {
    pn_id = scaleway_vpc_private_network.shop.id
  }
  public_network {} # flagged
}

variable "networks" {
  type = list(string)
}

resource "scaleway_mongodb_instance" "untold" {
  name      = "lab"
  node_type = "MGDB-PLAY2-NANO"

  dynamic "private_network" { # flagged
    for_each = var.networks
    content {
      pn_id = private_network.value
    }
  }
}
