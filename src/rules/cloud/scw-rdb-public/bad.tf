# Nothing said: a public endpoint.
resource "scaleway_rdb_instance" "orders" { # flagged
  name               = "orders"
  engine             = "PostgreSQL-16"
  node_type          = "db-gp-s"
  encryption_at_rest = true
}

# Both endpoints.
resource "scaleway_rdb_instance" "stock" {
  name               = "stock"
  engine             = "PostgreSQL-16"
  node_type          = "db-gp-s"
  encryption_at_rest = true

  private_network {
    pn_id       = scaleway_vpc_private_network.shop.id
    enable_ipam = true
  }
  load_balancer {} # flagged
}

resource "scaleway_rdb_instance" "listed" {
  name               = "listed"
  engine             = "PostgreSQL-16"
  node_type          = "db-gp-s"
  encryption_at_rest = true
}

resource "scaleway_rdb_acl" "listed" {
  instance_id = scaleway_rdb_instance.listed.id

  acl_rules {
    ip = "0.0.0.0/0" # flagged
  }
}

variable "networks" {
  type = list(string)
}

resource "scaleway_rdb_instance" "untold" {
  name               = "lab"
  engine             = "PostgreSQL-16"
  node_type          = "db-gp-s"
  encryption_at_rest = true

  dynamic "private_network" { # flagged
    for_each = var.networks
    content {
      pn_id       = private_network.value
      enable_ipam = true
    }
  }
}

resource "scaleway_rdb_instance" "handed" { # flagged
  name               = "handed"
  node_type          = "DB-DEV-S"
  engine             = "PostgreSQL-16"
  encryption_at_rest = true
}

# A module that nobody read gets its id, and may make its list.
module "ranges" {
  source  = "registry.example/shop/ranges/scaleway"
  version = "1.0.0"

  instance_id = scaleway_rdb_instance.handed.id
}
