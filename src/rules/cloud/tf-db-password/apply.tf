# Made and renewed by AWS, in Secrets Manager.
resource "aws_db_instance" "orders" {
  identifier                  = "shop-orders"
  engine                      = "postgres"
  engine_version              = "17"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 40
  username                    = "shop"
  manage_master_user_password = true
}

# Given by whoever runs it (TF_VAR_database_password), and kept in no state.
variable "database_password" {
  type      = string
  ephemeral = true
  sensitive = true
}

resource "scaleway_rdb_instance" "orders" {
  name                = "shop-orders"
  node_type           = "DB-GP-XS"
  engine              = "PostgreSQL-16"
  user_name           = "shop"
  password_wo         = var.database_password
  password_wo_version = 1
}
