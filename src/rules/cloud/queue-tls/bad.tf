resource "aws_msk_cluster" "both" {
  cluster_name = "both"

  encryption_info {
    encryption_in_transit {
      client_broker = "TLS_PLAINTEXT" # flagged
    }
  }
}

resource "aws_msk_cluster" "plain" {
  cluster_name = "plain"

  encryption_info {
    encryption_in_transit {
      client_broker = "PLAINTEXT" # flagged
    }
  }
}

variable "client_broker" {
  type = string
}

resource "aws_msk_cluster" "untold" {
  cluster_name = "untold"

  encryption_info {
    encryption_in_transit {
      client_broker = var.client_broker # flagged
    }
  }
}
