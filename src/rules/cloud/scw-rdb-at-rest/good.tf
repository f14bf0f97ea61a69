variable "is_encrypted" {
  type    = bool
  default = true
}

resource "scaleway_rdb_instance" "orders" {
  name               = "orders"
  engine             = "PostgreSQL-16"
  node_type          = "db-gp-s"
  encryption_at_rest = true
}

resource "scaleway_rdb_instance" "stock" {
  name               = "stock"
  engine             = "MySQL-8"
  node_type          = "db-gp-s"
  encryption_at_rest = var.is_encrypted
}
