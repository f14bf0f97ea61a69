resource "aws_eks_node_group" "work" {
  cluster_name  = aws_eks_cluster.shop.name
  node_role_arn = aws_iam_role.node.arn
  subnet_ids    = aws_subnet.private[*].id

  remote_access {
    ec2_ssh_key = "operators" # flagged
  }
}

variable "groups" {
  type = list(string)
}

resource "aws_eks_node_group" "untold" {
  cluster_name  = aws_eks_cluster.shop.name
  node_role_arn = aws_iam_role.node.arn
  subnet_ids    = aws_subnet.private[*].id

  remote_access {
    ec2_ssh_key               = "operators" # flagged
    source_security_group_ids = var.groups
  }
}
