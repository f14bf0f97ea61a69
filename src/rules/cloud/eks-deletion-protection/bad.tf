resource "aws_eks_cluster" "shop" { # flagged
  name     = "shop-prod"
  role_arn = aws_iam_role.cluster.arn
}

resource "aws_eks_cluster" "off" {
  name                = "off"
  role_arn            = aws_iam_role.cluster.arn
  deletion_protection = false # flagged

  tags = {
    Environment = "production"
  }
}

variable "is_protected" {
  type = bool
}

resource "aws_eks_cluster" "untold" {
  name                = "untold-prod"
  role_arn            = aws_iam_role.cluster.arn
  deletion_protection = var.is_protected # flagged
}
