resource "scaleway_k8s_cluster" "shop" {
  name                        = "shop"
  version                     = "1.36"
  cni                         = "cilium"
  private_network_id          = scaleway_vpc_private_network.shop.id
  delete_additional_resources = false
}

resource "scaleway_k8s_pool" "work" { # flagged
  cluster_id = scaleway_k8s_cluster.shop.id
  node_type  = "PLAY2-MICRO"
  size       = 2
}

resource "scaleway_k8s_pool" "edge" {
  cluster_id         = scaleway_k8s_cluster.shop.id
  node_type          = "PLAY2-MICRO"
  size               = 2
  public_ip_disabled = false # flagged
}

variable "is_private" {
  type = bool
}

resource "scaleway_k8s_pool" "untold" {
  cluster_id         = scaleway_k8s_cluster.shop.id
  node_type          = "PLAY2-MICRO"
  size               = 2
  public_ip_disabled = var.is_private # flagged
}
