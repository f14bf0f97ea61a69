variable "kubernetes" {
  type = string
}

resource "scaleway_k8s_cluster" "shop" {
  name                        = "shop"
  version                     = "1.36"
  cni                         = "cilium"
  private_network_id          = scaleway_vpc_private_network.shop.id
  delete_additional_resources = false
  upgrade_pools               = false
}

resource "scaleway_k8s_pool" "next" {
  cluster_id = scaleway_k8s_cluster.shop.id
  node_type  = "PLAY2-MICRO"
  size       = 2
  version    = "1.35"
}

# This cluster takes its pools along.
resource "scaleway_k8s_cluster" "office" {
  name                        = "office"
  version                     = "1.36"
  cni                         = "cilium"
  private_network_id          = scaleway_vpc_private_network.shop.id
  delete_additional_resources = false
}

resource "scaleway_k8s_pool" "office" {
  cluster_id = scaleway_k8s_cluster.office.id
  node_type  = "PLAY2-MICRO"
  size       = 2
  version    = "1.30"
}

# One variable for both.
resource "scaleway_k8s_cluster" "lab" {
  name                        = "lab"
  version                     = var.kubernetes
  cni                         = "cilium"
  private_network_id          = scaleway_vpc_private_network.shop.id
  delete_additional_resources = false
  upgrade_pools               = false
}

resource "scaleway_k8s_pool" "lab" {
  cluster_id = scaleway_k8s_cluster.lab.id
  node_type  = "PLAY2-MICRO"
  size       = 2
  version    = var.kubernetes
}
