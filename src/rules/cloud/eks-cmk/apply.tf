resource "aws_kms_key" "secrets" {
  description         = "Secrets of the cluster shop"
  enable_key_rotation = true
}

resource "aws_eks_cluster" "shop" {
  name     = "shop"
  role_arn = aws_iam_role.cluster.arn

  encryption_config {
    resources = ["secrets"]

    provider {
      key_arn = aws_kms_key.secrets.arn
    }
  }
}
