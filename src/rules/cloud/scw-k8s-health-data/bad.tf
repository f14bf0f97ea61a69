resource "scaleway_k8s_cluster" "clinic" {
  name                        = "clinic"
  tags                        = ["data-class=health"]
  type                        = "kapsule" # flagged
  version                     = "1.36"
  cni                         = "cilium"
  private_network_id          = scaleway_vpc_private_network.clinic.id
  delete_additional_resources = false
  region                      = "nl-ams" # flagged
}

resource "scaleway_rdb_instance" "records" {
  name               = "records"
  tags               = ["data-class=health"]
  engine             = "PostgreSQL-16"
  node_type          = "db-gp-s"
  encryption_at_rest = true
  region             = "pl-waw" # flagged
}

# Nothing says what this one is for.
resource "scaleway_lb" "untold" { # flagged
  name = "front"
  type = "LB-S"
  zone = "nl-ams-1"
}
