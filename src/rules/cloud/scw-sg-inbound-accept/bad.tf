# The default is accept.
resource "scaleway_instance_security_group" "silent" { # flagged
  name = "nodes"
}

resource "scaleway_k8s_pool" "work" {
  cluster_id        = scaleway_k8s_cluster.shop.id
  node_type         = "PLAY2-MICRO"
  size              = 2
  security_group_id = scaleway_instance_security_group.silent.id
}

variable "policy" {
  type = string
}

resource "scaleway_instance_security_group" "untold" {
  name                   = "edge"
  inbound_default_policy = var.policy # flagged
}

resource "scaleway_k8s_pool" "edge" {
  cluster_id        = scaleway_k8s_cluster.shop.id
  node_type         = "PLAY2-MICRO"
  size              = 2
  security_group_id = scaleway_instance_security_group.untold.id
}

resource "scaleway_instance_security_group" "handed" { # flagged
  name = "handed"
}

# A module that nobody read gets its id, and may make pools in it.
module "pools" {
  source  = "registry.example/shop/pools/scaleway"
  version = "1.0.0"

  security_group_id = scaleway_instance_security_group.handed.id
}
