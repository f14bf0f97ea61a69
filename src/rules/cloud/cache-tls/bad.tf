resource "aws_elasticache_replication_group" "clear" {
  replication_group_id       = "clear"
  description                = "sessions"
  transit_encryption_enabled = false # flagged
  at_rest_encryption_enabled = false # flagged
}

resource "google_redis_instance" "clear" {
  name                    = "clear"
  memory_size_gb          = 1
  transit_encryption_mode = "DISABLED" # flagged
  auth_enabled            = false      # flagged
}

resource "azurerm_redis_cache" "clear" {
  name                 = "clear"
  non_ssl_port_enabled = true # flagged
}

# As version 3 of the provider called it.
resource "azurerm_redis_cache" "older" {
  name                = "older"
  enable_non_ssl_port = true # flagged
}

# Silence is no encryption.
resource "aws_elasticache_replication_group" "silent" { # flagged
  replication_group_id       = "silent"
  description                = "sessions"
  at_rest_encryption_enabled = true
}

variable "is_encrypted" {
  type = bool
}

resource "aws_elasticache_replication_group" "untold" {
  replication_group_id       = "untold"
  description                = "sessions"
  transit_encryption_enabled = var.is_encrypted # flagged
  at_rest_encryption_enabled = true
}
