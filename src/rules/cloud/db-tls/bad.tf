resource "aws_db_parameter_group" "off" {
  name   = "off"
  family = "postgres16"

  parameter {
    name  = "rds.force_ssl"
    value = "0" # flagged
  }
}

# Version 14 takes plain text unless it is told otherwise.
resource "aws_db_parameter_group" "silent" { # flagged
  name   = "silent"
  family = "postgres14"

  parameter {
    name  = "log_connections"
    value = "1"
  }
}

resource "aws_db_instance" "mysql" { # flagged
  engine         = "mysql"
  engine_version = "8.4.3"
}

# The version decides, and nobody says which.
resource "aws_db_instance" "untold" { # flagged
  engine = "postgres"
}

resource "google_sql_database_instance" "both" {
  name             = "both"
  database_version = "POSTGRES_16"

  settings {
    tier = "db-custom-2-8192"
    ip_configuration {
      ipv4_enabled = false
      ssl_mode     = "ALLOW_UNENCRYPTED_AND_ENCRYPTED" # flagged
    }
  }
}

resource "google_sql_database_instance" "silent" {
  name             = "silent"
  database_version = "POSTGRES_16"

  settings {
    tier = "db-custom-2-8192"
    ip_configuration { # flagged
      ipv4_enabled = false
    }
  }
}

resource "azurerm_mysql_flexible_server_configuration" "off" {
  name        = "require_secure_transport"
  server_name = azurerm_mysql_flexible_server.shop.name
  value       = "OFF" # flagged
}

variable "ssl_mode" {
  type = string
}

resource "google_sql_database_instance" "untold" {
  name             = "untold"
  database_version = "POSTGRES_16"

  settings {
    tier = "db-custom-2-8192"
    ip_configuration {
      ssl_mode = var.ssl_mode # flagged
    }
  }
}
