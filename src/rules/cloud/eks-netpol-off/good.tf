resource "aws_eks_addon" "network" {
  cluster_name = aws_eks_cluster.shop.name
  addon_name   = "vpc-cni"
  configuration_values = jsonencode({
    enableNetworkPolicy = "true"
    env                 = { WARM_IP_TARGET = var.target }
  })
}

variable "target" {
  type = string
}

resource "aws_eks_addon" "names" {
  cluster_name = aws_eks_cluster.shop.name
  addon_name   = "coredns"
}
