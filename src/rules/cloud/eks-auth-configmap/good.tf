resource "aws_eks_cluster" "shop" {
  name     = "shop"
  role_arn = aws_iam_role.cluster.arn

  access_config {
    authentication_mode = "API"
  }
}

# On the way: entries count, and what the ConfigMap still says.
resource "aws_eks_cluster" "moving" {
  name     = "moving"
  role_arn = aws_iam_role.cluster.arn

  access_config {
    authentication_mode = "API_AND_CONFIG_MAP"
  }
}
