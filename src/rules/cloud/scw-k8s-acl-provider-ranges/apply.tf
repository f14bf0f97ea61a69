# Kosmos alone needs scaleway_ranges: the nodes of Kapsule come in without them.
resource "scaleway_k8s_acl" "shop" {
  cluster_id = scaleway_k8s_cluster.shop.id

  acl_rules {
    ip          = "198.51.100.0/24"
    description = "the office"
  }
  acl_rules {
    ip          = "203.0.113.7/32"
    description = "build server"
  }
}
