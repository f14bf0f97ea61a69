resource "aws_eks_access_entry" "developers" {
  cluster_name  = aws_eks_cluster.shop.name
  principal_arn = aws_iam_role.developers.arn
}

# AmazonEKSEditPolicy for those who change things by hand; it reads Secrets too.
resource "aws_eks_access_policy_association" "developers" {
  cluster_name  = aws_eks_cluster.shop.name
  principal_arn = aws_iam_role.developers.arn
  policy_arn    = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy"

  access_scope {
    type       = "namespace"
    namespaces = ["shop"]
  }
}
