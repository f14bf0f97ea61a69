# Daily, for a week, unless somebody says otherwise.
resource "scaleway_rdb_instance" "orders" {
  name      = "orders"
  engine    = "PostgreSQL-16"
  node_type = "db-gp-s"
}

resource "scaleway_rdb_instance" "stock" {
  name                      = "stock-prod"
  engine                    = "PostgreSQL-16"
  node_type                 = "db-gp-s"
  is_ha_cluster             = true
  disable_backup            = false
  backup_schedule_frequency = 24
  backup_schedule_retention = 30
}
