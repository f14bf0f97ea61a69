resource "aws_eks_cluster" "silent" { # flagged
  name     = "silent"
  role_arn = aws_iam_role.cluster.arn
}

resource "aws_eks_cluster" "half" {
  name                      = "half"
  role_arn                  = aws_iam_role.cluster.arn
  enabled_cluster_log_types = ["api", "authenticator", "scheduler"] # flagged
}

variable "log_types" {
  type = list(string)
}

resource "aws_eks_cluster" "untold" {
  name                      = "untold"
  role_arn                  = aws_iam_role.cluster.arn
  enabled_cluster_log_types = var.log_types # flagged
}
