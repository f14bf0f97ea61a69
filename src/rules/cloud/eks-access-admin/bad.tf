resource "aws_eks_access_policy_association" "developers" {
  cluster_name  = aws_eks_cluster.shop.name
  policy_arn    = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy" # flagged
  principal_arn = aws_iam_role.developers.arn

  access_scope {
    type = "cluster"
  }
}

variable "principal_arn" {
  type = string
}

# It may be the role for emergencies.
resource "aws_eks_access_policy_association" "untold" {
  cluster_name  = aws_eks_cluster.shop.name
  policy_arn    = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy" # flagged
  principal_arn = var.principal_arn

  access_scope {
    type = "cluster"
  }
}
