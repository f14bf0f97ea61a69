resource "aws_eks_cluster" "silent" { # flagged
  name     = "silent"
  role_arn = aws_iam_role.cluster.arn
}

resource "aws_eks_cluster" "written" {
  name     = "written"
  role_arn = aws_iam_role.cluster.arn

  access_config {
    authentication_mode = "CONFIG_MAP" # flagged
  }
}

resource "aws_eks_cluster" "half" {
  name     = "half"
  role_arn = aws_iam_role.cluster.arn

  access_config { # flagged
    bootstrap_cluster_creator_admin_permissions = false
  }
}

variable "mode" {
  type = string
}

resource "aws_eks_cluster" "untold" {
  name     = "untold"
  role_arn = aws_iam_role.cluster.arn

  access_config {
    authentication_mode = var.mode # flagged
  }
}
