resource "aws_eks_cluster" "shop" {
  name                      = "shop"
  role_arn                  = aws_iam_role.cluster.arn
  enabled_cluster_log_types = ["api", "audit", "authenticator"]
}

# What the API server itself writes helps in finding faults, and is no record of deeds.
resource "aws_eks_cluster" "lab" {
  name                      = "lab"
  role_arn                  = aws_iam_role.cluster.arn
  enabled_cluster_log_types = ["audit", "authenticator"]
}
