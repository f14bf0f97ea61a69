resource "scaleway_mongodb_instance" "orders" {
  name                         = "orders"
  node_type                    = "MGDB-PLAY2-NANO"
  is_snapshot_schedule_enabled = true

  private_network {
    pn_id = scaleway_vpc_private_network.shop.id
  }
}

# The schedule is on unless somebody says otherwise.
resource "scaleway_mongodb_instance" "stock" {
  name      = "stock"
  node_type = "MGDB-PLAY2-NANO"

  private_network {
    pn_id = scaleway_vpc_private_network.shop.id
  }
}
