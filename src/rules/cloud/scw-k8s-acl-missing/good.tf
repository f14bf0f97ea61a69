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
    ip          = "198.51.100.0/24"
    description = "the office"
  }
}
