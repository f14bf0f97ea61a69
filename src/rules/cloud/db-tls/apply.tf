# Taken by the instance that names it in parameter_group_name.
resource "aws_db_parameter_group" "tls" {
  name   = "postgres17-tls"
  family = "postgres17"

  parameter {
    name  = "rds.force_ssl"
    value = "1"
  }
}

resource "google_sql_database_instance" "orders" {
  name             = "shop-orders"
  region           = "europe-west9"
  database_version = "POSTGRES_17"

  settings {
    tier = "db-custom-2-8192"

    ip_configuration {
      ipv4_enabled    = false
      private_network = google_compute_network.shop.id
      ssl_mode        = "ENCRYPTED_ONLY"
    }
    backup_configuration {
      enabled                        = true
      point_in_time_recovery_enabled = true
    }
  }
}
