resource "scaleway_vpc" "shop" {
  name = "shop-prod"
}

resource "scaleway_vpc_acl" "shop" {
  vpc_id         = scaleway_vpc.shop.id
  default_policy = "drop"

  rules {
    protocol     = "TCP"
    dst_port_low = 5432
    source       = "10.0.1.0/24"
    destination  = "10.0.2.0/24"
    action       = "accept"
  }
}

resource "scaleway_vpc" "lab" {
  name = "lab"
}

resource "scaleway_vpc_acl" "lab" {
  vpc_id = scaleway_vpc.lab.id
}
