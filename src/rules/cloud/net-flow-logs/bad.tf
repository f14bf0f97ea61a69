resource "aws_vpc" "shop" { # flagged
  cidr_block = "10.0.0.0/16"
}

# Somebody else's log.
resource "aws_flow_log" "other" {
  vpc_id          = aws_vpc.other.id
  traffic_type    = "ALL"
  log_destination = aws_s3_bucket.logs.arn
}

resource "aws_vpc" "other" {
  cidr_block = "10.1.0.0/16"
}

resource "google_compute_subnetwork" "shop" { # flagged
  name          = "shop"
  ip_cidr_range = "10.2.0.0/16"
  network       = google_compute_network.shop.id
}

# Its group has a log, and may be all there is in it.
resource "azurerm_virtual_network" "shop" { # flagged
  name          = "shop"
  address_space = ["10.3.0.0/16"]
}

resource "azurerm_network_watcher_flow_log" "group" {
  name               = "group"
  target_resource_id = azurerm_network_security_group.shop.id
  enabled            = true
}

resource "aws_vpc" "handed" { # flagged
  cidr_block = "10.2.0.0/16"
}

# A module that nobody read gets its id, and may make its log.
module "logs" {
  source  = "registry.example/shop/logs/aws"
  version = "1.0.0"

  vpc_id = aws_vpc.handed.id
}
