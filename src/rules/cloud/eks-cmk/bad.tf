resource "aws_eks_cluster" "shop" { # flagged
  name     = "shop"
  version  = "1.35"
  role_arn = aws_iam_role.cluster.arn
}

variable "keys" {
  type = list(string)
}

resource "aws_eks_cluster" "untold" {
  name     = "untold"
  version  = "1.35"
  role_arn = aws_iam_role.cluster.arn

  dynamic "encryption_config" { # flagged
    for_each = var.keys
    content {
      resources = ["secrets"]

      provider {
        key_arn = encryption_config.value
      }
    }
  }
}
