resource "scaleway_instance_security_group" "nodes" {
  name                   = "shop-nodes"
  inbound_default_policy = "drop"
  stateful               = true
}

resource "scaleway_k8s_pool" "workers" {
  name              = "workers"
  cluster_id        = scaleway_k8s_cluster.shop.id
  node_type         = "PRO2-XS"
  size              = 2
  security_group_id = scaleway_instance_security_group.nodes.id
}
