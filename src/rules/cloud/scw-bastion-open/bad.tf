resource "scaleway_vpc_public_gateway" "shop" {
  name            = "shop"
  type            = "VPC-GW-S"
  bastion_enabled = true # flagged
}

resource "scaleway_vpc_public_gateway" "office" {
  name              = "office"
  type              = "VPC-GW-S"
  bastion_enabled   = true
  allowed_ip_ranges = ["0.0.0.0/0"] # flagged
}

variable "ranges" {
  type = list(string)
}

resource "scaleway_vpc_public_gateway" "untold" {
  name              = "lab"
  type              = "VPC-GW-S"
  bastion_enabled   = true
  allowed_ip_ranges = var.ranges # flagged
}
