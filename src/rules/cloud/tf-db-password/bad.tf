resource "scaleway_rdb_instance" "shop" {
  name               = "shop"
  node_type          = "DB-DEV-S"
  engine             = "PostgreSQL-16"
  user_name          = "shop"
  password           = "thiZ_is_not_a-s3cret" # flagged
  encryption_at_rest = true
}

variable "master_password" {
  type      = string
  sensitive = true
  default   = "correct-horse-battery"
}

resource "aws_rds_cluster" "shop" {
  engine            = "aurora-postgresql"
  master_username   = "shop"
  master_password   = var.master_password # flagged
  storage_encrypted = true
}

variable "plain" {
  type    = string
  default = "correct-horse-battery"
}

resource "azurerm_mssql_server" "shop" {
  name                         = "shop"
  administrator_login          = "shop"
  administrator_login_password = var.plain # flagged
}
