resource "aws_eks_cluster" "shop" {
  name     = "shop"
  role_arn = aws_iam_role.cluster.arn

  access_config {
    authentication_mode                         = "API"
    bootstrap_cluster_creator_admin_permissions = false
  }
}

# Once there is a block, the provider asks for no administrator.
resource "aws_eks_cluster" "lab" {
  name     = "lab"
  role_arn = aws_iam_role.cluster.arn

  access_config {
    authentication_mode = "API"
  }
}
