resource "aws_eks_node_group" "work" {
  cluster_name  = aws_eks_cluster.shop.name
  node_role_arn = aws_iam_role.node.arn
  subnet_ids    = aws_subnet.private[*].id
  ami_type      = "AL2023_x86_64_STANDARD"
}

resource "aws_eks_node_group" "small" {
  cluster_name  = aws_eks_cluster.shop.name
  node_role_arn = aws_iam_role.node.arn
  subnet_ids    = aws_subnet.private[*].id
  ami_type      = "BOTTLEROCKET_ARM_64"
}

# Amazon's choice, which has been Amazon Linux 2023 since Kubernetes 1.30.
resource "aws_eks_node_group" "usual" {
  cluster_name  = aws_eks_cluster.shop.name
  node_role_arn = aws_iam_role.node.arn
  subnet_ids    = aws_subnet.private[*].id
}
