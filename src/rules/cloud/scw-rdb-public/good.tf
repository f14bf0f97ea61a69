resource "scaleway_rdb_instance" "orders" {
  name               = "orders"
  engine             = "PostgreSQL-16"
  node_type          = "db-gp-s"
  encryption_at_rest = true

  private_network {
    pn_id       = scaleway_vpc_private_network.shop.id
    enable_ipam = true
  }
}

# Public, for those who are listed.
resource "scaleway_rdb_instance" "stock" {
  name               = "stock"
  engine             = "PostgreSQL-16"
  node_type          = "db-gp-s"
  encryption_at_rest = true
}

resource "scaleway_rdb_acl" "stock" {
  instance_id = scaleway_rdb_instance.stock.id

  acl_rules {
    ip          = "198.51.100.0/24"
    description = "the office"
  }
  acl_rules {
    ip          = "${scaleway_vpc_public_gateway_ip.shop.address}/32"
    description = "our gateway"
  }
}

# Nobody asks this list: the database has no public endpoint.
resource "scaleway_rdb_acl" "orders" {
  instance_id = scaleway_rdb_instance.orders.id

  acl_rules {
    ip = "0.0.0.0/0"
  }
}
