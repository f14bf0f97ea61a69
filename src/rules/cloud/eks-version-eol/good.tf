resource "aws_eks_cluster" "shop" {
  name     = "shop"
  role_arn = aws_iam_role.cluster.arn
  version  = "1.35"

  upgrade_policy {
    support_type = "STANDARD"
  }
}

# Newer than what we know of.
resource "aws_eks_cluster" "newest" {
  name     = "newest"
  role_arn = aws_iam_role.cluster.arn
  version  = "1.38"
}
