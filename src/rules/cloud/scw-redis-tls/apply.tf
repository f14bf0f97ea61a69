resource "scaleway_redis_cluster" "sessions" {
  name                = "shop-sessions"
  version             = "7.0.5"
  node_type           = "RED1-MICRO"
  user_name           = "shop"
  password_wo         = var.redis_password
  password_wo_version = 1
  tls_enabled         = true

  private_network {
    id = scaleway_vpc_private_network.shop.id
  }
}

variable "redis_password" {
  type      = string
  ephemeral = true
  sensitive = true
}
