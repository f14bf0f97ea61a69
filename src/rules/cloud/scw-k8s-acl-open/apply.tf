resource "scaleway_k8s_acl" "shop" {
  cluster_id = scaleway_k8s_cluster.shop.id

  acl_rules {
    ip          = "198.51.100.0/24"
    description = "the office"
  }
}
