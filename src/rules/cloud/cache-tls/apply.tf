resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "shop-sessions"
  description                = "sessions of the shop"
  engine                     = "valkey"
  node_type                  = "cache.t4g.small"
  num_cache_clusters         = 2
  automatic_failover_enabled = true
  transit_encryption_enabled = true
  at_rest_encryption_enabled = true
  user_group_ids             = [aws_elasticache_user_group.shop.user_group_id]
}

resource "google_redis_instance" "sessions" {
  name                    = "shop-sessions"
  tier                    = "STANDARD_HA"
  memory_size_gb          = 1
  transit_encryption_mode = "SERVER_AUTHENTICATION"
  auth_enabled            = true
}
