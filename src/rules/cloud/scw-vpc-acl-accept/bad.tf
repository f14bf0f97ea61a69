resource "scaleway_vpc" "shop" {
  name = "shop-prod"
}

resource "scaleway_vpc_acl" "shop" { # flagged
  vpc_id = scaleway_vpc.shop.id

  rules {
    protocol     = "TCP"
    dst_port_low = 22
    source       = "10.0.9.0/24"
    destination  = "10.0.1.0/24"
    action       = "drop"
  }
}

resource "scaleway_vpc_acl" "shop_v6" {
  vpc_id         = scaleway_vpc.shop.id
  is_ipv6        = true
  default_policy = "accept" # flagged
}

variable "vpc_id" {
  type = string
}

resource "scaleway_vpc_acl" "untold" {
  vpc_id         = var.vpc_id
  default_policy = "accept" # flagged
}
