resource "aws_vpc" "shop" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_flow_log" "shop" {
  vpc_id          = aws_vpc.shop.id
  traffic_type    = "ALL"
  log_destination = aws_s3_bucket.logs.arn
}

resource "google_compute_subnetwork" "shop" {
  name          = "shop"
  ip_cidr_range = "10.2.0.0/16"
  network       = google_compute_network.shop.id

  log_config {
    aggregation_interval = "INTERVAL_10_MIN"
    flow_sampling        = 0.5
  }
}

# The provider's own.
resource "google_compute_subnetwork" "proxies" {
  name          = "proxies"
  ip_cidr_range = "10.2.128.0/24"
  network       = google_compute_network.shop.id
  purpose       = "REGIONAL_MANAGED_PROXY"
  role          = "ACTIVE"
}

resource "azurerm_virtual_network" "shop" {
  name          = "shop"
  address_space = ["10.3.0.0/16"]
}

resource "azurerm_network_watcher_flow_log" "shop" {
  name               = "shop"
  target_resource_id = azurerm_virtual_network.shop.id
  enabled            = true
}
