resource "scaleway_opensearch_deployment" "logs" {
  name       = "shop-logs"
  version    = "2.0"
  node_count = 3
  node_type  = "SEARCHDB-DEDICATED-2C-8G"
  user_name  = "logs"
  password   = var.opensearch_password

  volume {
    type       = "sbs_5k"
    size_in_gb = 100
  }

  private_network {
    private_network_id = scaleway_vpc_private_network.shop.id
  }
}

variable "opensearch_password" {
  type      = string
  sensitive = true
}
