# Unwritten, it is TLS.
resource "aws_msk_cluster" "silent" {
  cluster_name = "silent"
}

resource "aws_msk_cluster" "shop" {
  cluster_name = "shop"

  encryption_info {
    encryption_in_transit {
      client_broker = "TLS"
      in_cluster    = true
    }
  }
}
