resource "scaleway_instance_security_group" "nodes" {
  name                   = "nodes"
  inbound_default_policy = "drop"
  stateful               = true
}

resource "scaleway_k8s_pool" "work" {
  cluster_id        = scaleway_k8s_cluster.shop.id
  node_type         = "PLAY2-MICRO"
  size              = 2
  security_group_id = scaleway_instance_security_group.nodes.id
}

# No node is in this one.
resource "scaleway_instance_security_group" "desktop" {
  name = "desktop"
}
