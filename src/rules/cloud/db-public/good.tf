# Amazon gives no address unless it is asked.
resource "aws_db_instance" "shop" {
  engine = "postgres"
}

resource "google_sql_database_instance" "shop" {
  name             = "shop"
  database_version = "POSTGRES_16"

  settings {
    tier = "db-custom-2-8192"
    ip_configuration {
      ipv4_enabled    = false
      private_network = google_compute_network.shop.id
    }
  }
}

resource "azurerm_mssql_server" "shop" {
  name                          = "shop"
  version                       = "12.0"
  public_network_access_enabled = false
}

# A server in a subnet of its own has no address on the internet.
resource "azurerm_postgresql_flexible_server" "shop" {
  name                = "shop"
  delegated_subnet_id = azurerm_subnet.shop.id
  private_dns_zone_id = azurerm_private_dns_zone.shop.id
}

resource "azurerm_mysql_flexible_server" "shop" {
  name                  = "shop"
  public_network_access = "Disabled"
}

resource "azurerm_mysql_flexible_server_firewall_rule" "office" {
  name             = "office"
  server_name      = azurerm_mysql_flexible_server.shop.name
  start_ip_address = "198.51.100.0"
  end_ip_address   = "198.51.100.255"
}
