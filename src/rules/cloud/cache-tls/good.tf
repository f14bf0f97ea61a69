# Valkey is encrypted at rest unless it is told otherwise.
resource "aws_elasticache_replication_group" "shop" {
  replication_group_id       = "shop"
  description                = "sessions"
  engine                     = "valkey"
  transit_encryption_enabled = true
}

resource "google_redis_instance" "shop" {
  name                    = "shop"
  memory_size_gb          = 1
  transit_encryption_mode = "SERVER_AUTHENTICATION"
  auth_enabled            = true
}

# Azure's port without TLS is closed unless it is opened.
resource "azurerm_redis_cache" "shop" {
  name = "shop"
}

resource "aws_elasticache_replication_group" "second" {
  replication_group_id        = "second"
  description                 = "sessions"
  global_replication_group_id = aws_elasticache_global_replication_group.shop.global_replication_group_id
}
