resource "scaleway_vpc" "shop" {
  name = "shop-prod"
}

resource "scaleway_vpc_acl" "shop" {
  vpc_id         = scaleway_vpc.shop.id
  is_ipv6        = false
  default_policy = "drop"

  rules {
    description   = "nodes to the database"
    protocol      = "TCP"
    src_port_low  = 0
    src_port_high = 0
    dst_port_low  = 5432
    dst_port_high = 5432
    source        = "10.0.1.0/24"
    destination   = "10.0.2.0/24"
    action        = "accept"
  }
}
