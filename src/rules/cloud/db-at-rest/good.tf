resource "aws_db_instance" "shop" {
  engine            = "postgres"
  storage_encrypted = true
}

# A replica is what its source is.
resource "aws_db_instance" "replica" {
  replicate_source_db = aws_db_instance.shop.identifier
}

resource "aws_rds_cluster" "shop" {
  engine            = "aurora-postgresql"
  storage_encrypted = true
}

resource "aws_rds_cluster" "serverless" {
  engine      = "aurora-mysql"
  engine_mode = "serverless"
}

# Google encrypts each database, with a key of its own when none is named.
resource "google_sql_database_instance" "shop" {
  name             = "shop"
  database_version = "POSTGRES_16"
}
