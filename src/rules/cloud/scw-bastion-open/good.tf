resource "scaleway_vpc_public_gateway" "shop" {
  name              = "shop"
  type              = "VPC-GW-S"
  bastion_enabled   = true
  allowed_ip_ranges = ["198.51.100.0/24", "${scaleway_instance_ip.office.address}/32"]
}

# No bastion, no list.
resource "scaleway_vpc_public_gateway" "plain" {
  name = "plain"
  type = "VPC-GW-S"
}
