resource "scaleway_redis_cluster" "sessions" { # flagged
  name      = "sessions"
  version   = "7.0.5"
  node_type = "RED1-MICRO"

  private_network {
    id = scaleway_vpc_private_network.shop.id
  }
}

resource "scaleway_redis_cluster" "cache" {
  name        = "cache"
  version     = "7.0.5"
  node_type   = "RED1-MICRO"
  tls_enabled = true

  acl {
    ip          = "0.0.0.0/0" # flagged
    description = "everybody"
  }
}

variable "is_encrypted" {
  type = bool
}

resource "scaleway_redis_cluster" "untold" {
  name        = "lab"
  version     = "7.0.5"
  node_type   = "RED1-MICRO"
  tls_enabled = var.is_encrypted # flagged
}
