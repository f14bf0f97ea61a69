resource "scaleway_vpc_public_gateway" "shop" {
  name              = "shop"
  type              = "VPC-GW-S"
  bastion_enabled   = true
  allowed_ip_ranges = ["198.51.100.0/24"] # the office
}
