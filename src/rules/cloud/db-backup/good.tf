resource "aws_db_instance" "shop" {
  engine                  = "postgres"
  backup_retention_period = 14
  deletion_protection     = true
  tags                    = { Environment = "production" }
}

# A replica is made anew, not restored.
resource "aws_db_instance" "replica" {
  replicate_source_db = aws_db_instance.shop.identifier
}

# A test may be deleted.
resource "aws_db_instance" "try" {
  engine                  = "postgres"
  backup_retention_period = 1
}

# A cluster keeps a day unless it is told otherwise.
resource "aws_rds_cluster" "try" {
  engine = "aurora-postgresql"
}

resource "google_sql_database_instance" "shop" {
  name             = "shop"
  database_version = "POSTGRES_16"

  settings {
    tier = "db-custom-2-8192"
    backup_configuration {
      enabled                        = true
      point_in_time_recovery_enabled = true
    }
  }
}

resource "azurerm_mssql_database" "shop" {
  name      = "shop"
  server_id = azurerm_mssql_server.shop.id
}
