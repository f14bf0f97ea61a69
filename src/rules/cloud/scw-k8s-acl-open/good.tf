resource "scaleway_k8s_acl" "shop" {
  cluster_id = scaleway_k8s_cluster.shop.id

  acl_rules {
    ip          = "198.51.100.0/24"
    description = "the office"
  }
  acl_rules {
    ip          = "203.0.113.7/32"
    description = "build server, until 2027-03-31"
  }
}

resource "scaleway_k8s_acl" "nobody" {
  cluster_id    = scaleway_k8s_cluster.lab.id
  no_ip_allowed = true
}
