resource "scaleway_mongodb_instance" "orders" {
  name                         = "shop-orders"
  version                      = "7.0.12"
  node_type                    = "MGDB-PRO2-XXS"
  node_number                  = 3
  user_name                    = "orders"
  password_wo                  = var.mongodb_password
  password_wo_version          = 1
  is_snapshot_schedule_enabled = true

  private_network {
    pn_id = scaleway_vpc_private_network.shop.id
  }
}

variable "mongodb_password" {
  type      = string
  ephemeral = true
  sensitive = true
}
