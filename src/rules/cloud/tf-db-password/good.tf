ephemeral "random_password" "shop" {
  length = 32
}

resource "scaleway_rdb_instance" "shop" {
  name                = "shop"
  node_type           = "DB-DEV-S"
  engine              = "PostgreSQL-16"
  user_name           = "shop"
  password_wo         = ephemeral.random_password.shop.result
  password_wo_version = 1
  encryption_at_rest  = true
}

resource "aws_db_instance" "shop" {
  engine                      = "postgres"
  username                    = "shop"
  manage_master_user_password = true
}

# Drawn at random: in the state, but in no file of the repository.
resource "random_password" "sql" {
  length = 32
}

resource "google_sql_user" "shop" {
  name     = "shop"
  instance = google_sql_database_instance.shop.name
  password = random_password.sql.result
}

# Whoever runs it gives one.
variable "administrator_password" {
  type      = string
  sensitive = true
  default   = null
}

resource "azurerm_postgresql_flexible_server" "shop" {
  name                   = "shop"
  administrator_login    = "shop"
  administrator_password = var.administrator_password
}
