resource "scaleway_k8s_cluster" "shop" {
  name                        = "shop"
  version                     = "1.36"
  cni                         = "cilium"
  private_network_id          = scaleway_vpc_private_network.shop.id
  delete_additional_resources = false
}

resource "scaleway_k8s_pool" "work" {
  cluster_id         = scaleway_k8s_cluster.shop.id
  node_type          = "PLAY2-MICRO"
  size               = 2
  public_ip_disabled = true
}

# Kosmos has no private networks.
resource "scaleway_k8s_cluster" "mesh" {
  name                        = "mesh"
  type                        = "multicloud"
  version                     = "1.36"
  cni                         = "kilo"
  delete_additional_resources = false
}

resource "scaleway_k8s_pool" "mesh" {
  cluster_id = scaleway_k8s_cluster.mesh.id
  node_type  = "PLAY2-MICRO"
  size       = 2
}

variable "cluster_id" {
  type = string
}

resource "scaleway_k8s_pool" "elsewhere" {
  cluster_id = var.cluster_id
  node_type  = "external"
  size       = 0
}
