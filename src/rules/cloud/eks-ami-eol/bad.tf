resource "aws_eks_node_group" "work" {
  cluster_name  = aws_eks_cluster.shop.name
  node_role_arn = aws_iam_role.node.arn
  subnet_ids    = aws_subnet.private[*].id
  ami_type      = "AL2_x86_64" # flagged
}

resource "aws_eks_node_group" "models" {
  cluster_name  = aws_eks_cluster.shop.name
  node_role_arn = aws_iam_role.node.arn
  subnet_ids    = aws_subnet.private[*].id
  ami_type      = "AL2_x86_64_GPU" # flagged
}

variable "ami_type" {
  type = string
}

resource "aws_eks_node_group" "untold" {
  cluster_name  = aws_eks_cluster.shop.name
  node_role_arn = aws_iam_role.node.arn
  subnet_ids    = aws_subnet.private[*].id
  ami_type      = var.ami_type # flagged
}
