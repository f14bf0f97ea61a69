resource "scaleway_k8s_cluster" "shop" {
  name                        = "shop"
  version                     = "1.36"
  cni                         = "cilium"
  private_network_id          = scaleway_vpc_private_network.shop.id
  delete_additional_resources = false
}

resource "scaleway_k8s_acl" "shop" {
  cluster_id = scaleway_k8s_cluster.shop.id

  acl_rules {
    scaleway_ranges = true # flagged
    description     = "our gateway is somewhere in there"
  }
}

variable "cluster_id" {
  type = string
}

# This may be Kosmos, which needs them.
resource "scaleway_k8s_acl" "untold" {
  cluster_id = var.cluster_id

  acl_rules {
    scaleway_ranges = true # flagged
  }
}
