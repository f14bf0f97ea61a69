# From version 15 on plain text is refused unless it is let in.
resource "aws_db_parameter_group" "newer" {
  name   = "newer"
  family = "postgres16"
}

resource "aws_db_parameter_group" "mysql" {
  name   = "mysql"
  family = "mysql8.4"

  parameter {
    name  = "require_secure_transport"
    value = "ON"
  }
}

resource "aws_db_instance" "shop" {
  engine               = "mysql"
  engine_version       = "8.4.3"
  parameter_group_name = aws_db_parameter_group.mysql.name
}

resource "aws_db_instance" "postgres" {
  engine         = "postgres"
  engine_version = "16.4"
}

resource "google_sql_database_instance" "shop" {
  name             = "shop"
  database_version = "POSTGRES_16"

  settings {
    tier = "db-custom-2-8192"
    ip_configuration {
      ssl_mode = "ENCRYPTED_ONLY"
    }
  }
}

# As older providers called it.
resource "google_sql_database_instance" "older" {
  name             = "older"
  database_version = "POSTGRES_14"

  settings {
    tier = "db-custom-2-8192"
    ip_configuration {
      require_ssl = true
    }
  }
}

# Connectors encrypt by themselves.
resource "google_sql_database_instance" "connected" {
  name             = "connected"
  database_version = "POSTGRES_16"

  settings {
    tier                  = "db-custom-2-8192"
    connector_enforcement = "REQUIRED"
  }
}

resource "azurerm_postgresql_flexible_server_configuration" "other" {
  name      = "log_checkpoints"
  server_id = azurerm_postgresql_flexible_server.shop.id
  value     = "off"
}
