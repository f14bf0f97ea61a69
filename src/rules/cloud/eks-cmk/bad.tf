resource "aws_eks_cluster" "shop" { # flagged
  name     = "shop"
  version  = "1.35"
  role_arn = aws_iam_role.cluster.arn
}

variable "key_arn" {
  type = string
}

resource "aws_eks_cluster" "untold" {
  name     = "untold"
  version  = "1.35"
  role_arn = aws_iam_role.cluster.arn

  encryption_config { # flagged
    resources = ["secrets"]

    provider {
      key_arn = var.key_arn
    }
  }
}
