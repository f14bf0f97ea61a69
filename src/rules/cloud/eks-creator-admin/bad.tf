resource "aws_eks_cluster" "silent" { # flagged
  name     = "silent"
  role_arn = aws_iam_role.cluster.arn
}

resource "aws_eks_cluster" "written" {
  name     = "written"
  role_arn = aws_iam_role.cluster.arn

  access_config {
    authentication_mode                         = "API"
    bootstrap_cluster_creator_admin_permissions = true # flagged
  }
}

variable "is_admin" {
  type = bool
}

resource "aws_eks_cluster" "untold" {
  name     = "untold"
  role_arn = aws_iam_role.cluster.arn

  access_config {
    authentication_mode                         = "API"
    bootstrap_cluster_creator_admin_permissions = var.is_admin # flagged
  }
}
