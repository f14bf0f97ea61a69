resource "scaleway_k8s_cluster" "shop" {
  name                        = "shop"
  version                     = "1.36"
  cni                         = "cilium"
  private_network_id          = scaleway_vpc_private_network.shop.id
  delete_additional_resources = false
  upgrade_pools               = false
}

resource "scaleway_k8s_pool" "old" {
  cluster_id = scaleway_k8s_cluster.shop.id
  node_type  = "PLAY2-MICRO"
  size       = 2
  version    = "1.34" # flagged
}

variable "kubernetes" {
  type = string
}

resource "scaleway_k8s_pool" "untold" {
  cluster_id = scaleway_k8s_cluster.shop.id
  node_type  = "PLAY2-MICRO"
  size       = 2
  version    = var.kubernetes # flagged
}
