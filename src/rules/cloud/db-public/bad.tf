resource "aws_db_instance" "public" {
  engine              = "postgres"
  publicly_accessible = true # flagged
}

resource "google_sql_database_instance" "everybody" {
  name             = "everybody"
  database_version = "POSTGRES_16"

  settings {
    tier = "db-custom-2-8192"
    ip_configuration {
      ipv4_enabled = true
      authorized_networks {
        name  = "all"
        value = "0.0.0.0/0" # flagged
      }
    }
  }
}

# An address that nobody switched off.
resource "google_sql_database_instance" "silent" {
  name             = "silent"
  database_version = "POSTGRES_16"

  settings { # flagged
    tier = "db-custom-2-8192"
  }
}

resource "azurerm_mssql_server" "silent" { # flagged
  name    = "silent"
  version = "12.0"
}

resource "azurerm_postgresql_flexible_server_firewall_rule" "all" {
  name             = "all"
  server_id        = azurerm_postgresql_flexible_server.shop.id
  start_ip_address = "0.0.0.0"
  end_ip_address   = "255.255.255.255" # flagged
}

variable "is_public" {
  type = bool
}

resource "aws_rds_cluster_instance" "untold" {
  cluster_identifier  = aws_rds_cluster.shop.id
  publicly_accessible = var.is_public # flagged
}
