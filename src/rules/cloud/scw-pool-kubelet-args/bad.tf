variable "port" {
  type = number
}

resource "scaleway_k8s_pool" "work" {
  cluster_id = scaleway_k8s_cluster.shop.id
  node_type  = "PLAY2-MICRO"
  size       = 2

  kubelet_args = {
    anonymous-auth         = "true" # flagged
    authorization-mode     = "AlwaysAllow" # flagged
    read-only-port         = var.port # flagged
    allowed-unsafe-sysctls = "net.core.somaxconn" # flagged
    max-pods               = "60"
  }
}
