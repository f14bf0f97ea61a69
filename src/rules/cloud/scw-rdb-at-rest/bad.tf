resource "scaleway_rdb_instance" "orders" { # flagged
  name      = "orders"
  engine    = "PostgreSQL-16"
  node_type = "db-gp-s"
}

resource "scaleway_rdb_instance" "stock" {
  name               = "stock"
  engine             = "MySQL-8"
  node_type          = "db-gp-s"
  encryption_at_rest = false # flagged
}

variable "is_encrypted" {
  type = bool
}

resource "scaleway_rdb_instance" "untold" {
  name               = "lab"
  engine             = "MySQL-8"
  node_type          = "db-gp-s"
  encryption_at_rest = var.is_encrypted # flagged
}
