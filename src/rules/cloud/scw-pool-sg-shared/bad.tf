resource "scaleway_k8s_pool" "work" { # flagged
  cluster_id = scaleway_k8s_cluster.shop.id
  node_type  = "PLAY2-MICRO"
  size       = 2
}

variable "groups" {
  type = map(string)
}

resource "scaleway_k8s_pool" "untold" {
  cluster_id        = scaleway_k8s_cluster.shop.id
  node_type         = "PLAY2-MICRO"
  size              = 2
  security_group_id = lookup(var.groups, "untold", null) # flagged
}
