# An instance keeps no backups unless it is told.
resource "aws_db_instance" "silent" { # flagged
  engine = "postgres"
}

resource "aws_db_instance" "prod" {
  identifier              = "shop"
  engine                  = "postgres"
  backup_retention_period = 0     # flagged
  deletion_protection     = false # flagged
  tags                    = { Environment = "production" }
}

resource "google_sql_database_instance" "silent" {
  name             = "silent"
  database_version = "POSTGRES_16"

  settings { # flagged
    tier = "db-custom-2-8192"
  }
}

resource "google_sql_database_instance" "off" {
  name             = "off"
  database_version = "POSTGRES_16"

  settings {
    tier = "db-custom-2-8192"
    backup_configuration {
      enabled = false # flagged
    }
  }
}

resource "azurerm_mssql_database" "short" {
  name      = "short"
  server_id = azurerm_mssql_server.shop.id

  short_term_retention_policy {
    retention_days = 2 # flagged
  }
}

variable "days" {
  type = number
}

resource "aws_db_instance" "untold" {
  engine                  = "postgres"
  backup_retention_period = var.days # flagged
}
