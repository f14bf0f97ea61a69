resource "aws_eks_access_policy_association" "developers" {
  cluster_name  = aws_eks_cluster.shop.name
  policy_arn    = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSEditPolicy"
  principal_arn = aws_iam_role.developers.arn

  access_scope {
    type       = "namespace"
    namespaces = ["shop"]
  }
}

resource "aws_eks_access_policy_association" "emergencies" {
  cluster_name  = aws_eks_cluster.shop.name
  policy_arn    = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy"
  principal_arn = aws_iam_role.break_glass.arn

  access_scope {
    type = "cluster"
  }
}

# All rights, in one namespace.
resource "aws_eks_access_policy_association" "team" {
  cluster_name  = aws_eks_cluster.shop.name
  policy_arn    = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy"
  principal_arn = aws_iam_role.team.arn

  access_scope {
    type       = "namespace"
    namespaces = ["team"]
  }
}
