resource "scaleway_k8s_pool" "work" {
  cluster_id        = scaleway_k8s_cluster.shop.id
  node_type         = "PLAY2-MICRO"
  size              = 2
  security_group_id = scaleway_instance_security_group.work.id
}

# Machines from elsewhere are in no group of Scaleway.
resource "scaleway_k8s_pool" "elsewhere" {
  cluster_id = scaleway_k8s_cluster.mesh.id
  node_type  = "external"
  size       = 0
}
