resource "scaleway_opensearch_deployment" "logs" {
  name       = "logs"
  version    = "2.0"
  node_count = 3
  node_type  = "SEARCHDB-DEDICATED-2C-8G"

  private_network {
    private_network_id = scaleway_vpc_private_network.shop.id
  }
}

resource "scaleway_datawarehouse_deployment" "sales" {
  name          = "sales"
  version       = "v25"
  replica_count = 1

  private_network {
    pn_id = scaleway_vpc_private_network.shop.id
  }
}

# Kafka has no public endpoint.
resource "scaleway_kafka_cluster" "events" {
  name    = "events"
  version = "4.1.1"
}
