variable "name" {
  type = string
}

variable "private_network_id" {
  type = string
}

variable "password" {
  type      = string
  sensitive = true
}

resource "scaleway_rdb_instance" "this" {
  name               = var.name
  engine             = "PostgreSQL-16"
  node_type          = "DB-GP-XS"
  is_ha_cluster      = true
  encryption_at_rest = false
  user_name          = "harbour"
  password           = var.password

  private_network {
    pn_id       = var.private_network_id
    enable_ipam = true
  }
}

output "endpoint" {
  value = scaleway_rdb_instance.this.private_network[0].ip
}
