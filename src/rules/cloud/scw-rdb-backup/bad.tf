resource "scaleway_rdb_instance" "orders" {
  name           = "orders"
  engine         = "PostgreSQL-16"
  node_type      = "db-gp-s"
  disable_backup = true # flagged
}

resource "scaleway_rdb_instance" "stock" { # flagged
  name                      = "stock-prod"
  engine                    = "PostgreSQL-16"
  node_type                 = "db-gp-s"
  backup_schedule_frequency = 24
  backup_schedule_retention = 2 # flagged
}

variable "days" {
  type = number
}

resource "scaleway_rdb_instance" "untold" {
  name                      = "lab"
  engine                    = "PostgreSQL-16"
  node_type                 = "db-gp-s"
  backup_schedule_retention = var.days # flagged
}
