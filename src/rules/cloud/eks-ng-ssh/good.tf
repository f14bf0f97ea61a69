resource "aws_eks_node_group" "work" {
  cluster_name  = aws_eks_cluster.shop.name
  node_role_arn = aws_iam_role.node.arn
  subnet_ids    = aws_subnet.private[*].id
}

resource "aws_eks_node_group" "old" {
  cluster_name  = aws_eks_cluster.shop.name
  node_role_arn = aws_iam_role.node.arn
  subnet_ids    = aws_subnet.private[*].id

  remote_access {
    ec2_ssh_key               = "operators"
    source_security_group_ids = [aws_security_group.bastion.id]
  }
}
