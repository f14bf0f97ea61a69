resource "scaleway_k8s_cluster" "shop" { # flagged
  name                        = "shop"
  version                     = "1.36"
  cni                         = "cilium"
  private_network_id          = scaleway_vpc_private_network.shop.id
  delete_additional_resources = false
}

# Somebody else's list.
resource "scaleway_k8s_acl" "office" {
  cluster_id = scaleway_k8s_cluster.office.id

  acl_rules {
    ip          = "198.51.100.0/24"
    description = "the office"
  }
}

resource "scaleway_k8s_cluster" "office" {
  name                        = "office"
  version                     = "1.36"
  cni                         = "cilium"
  private_network_id          = scaleway_vpc_private_network.shop.id
  delete_additional_resources = false
}

resource "scaleway_k8s_cluster" "handed" { # flagged
  name                        = "handed"
  version                     = "1.36"
  cni                         = "cilium"
  private_network_id          = scaleway_vpc_private_network.shop.id
  delete_additional_resources = false
}

# A module that nobody read gets its id, and may make its list.
module "ranges" {
  source  = "registry.example/shop/ranges/scaleway"
  version = "1.0.0"

  cluster_id = scaleway_k8s_cluster.handed.id
}
