resource "aws_db_instance" "silent" { # flagged
  engine         = "postgres"
  engine_version = "16"
}

resource "aws_docdb_cluster" "plain" {
  engine            = "docdb"
  storage_encrypted = false # flagged
}

# New clusters of Aurora are encrypted, old ones are not.
resource "aws_rds_cluster" "aged" { # flagged
  engine = "aurora-postgresql"
}

resource "aws_rds_cluster" "plain" {
  engine            = "aurora-mysql"
  storage_encrypted = false # flagged
}

# As the snapshot is, so is the database.
resource "aws_db_instance" "restored" { # flagged
  engine              = "mysql"
  snapshot_identifier = "shop-2026-11-01"
}

variable "is_encrypted" {
  type = bool
}

resource "aws_db_instance" "untold" {
  engine            = "postgres"
  storage_encrypted = var.is_encrypted # flagged
}
