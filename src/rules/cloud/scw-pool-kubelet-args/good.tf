resource "scaleway_k8s_pool" "work" {
  cluster_id = scaleway_k8s_cluster.shop.id
  node_type  = "PLAY2-MICRO"
  size       = 2

  kubelet_args = {
    anonymous-auth     = "false"
    authorization-mode = "Webhook"
    read-only-port     = 0
    max-pods           = "60"
    tls-min-version    = "VersionTLS13"
  }
}

resource "scaleway_k8s_pool" "plain" {
  cluster_id = scaleway_k8s_cluster.shop.id
  node_type  = "PLAY2-MICRO"
  size       = 2
}
