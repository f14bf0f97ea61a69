resource "scaleway_redis_cluster" "sessions" {
  name        = "sessions"
  version     = "7.0.5"
  node_type   = "RED1-MICRO"
  tls_enabled = true

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
    ip          = "198.51.100.0/24"
    description = "the office"
  }
}
