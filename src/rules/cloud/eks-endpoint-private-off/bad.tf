resource "aws_eks_cluster" "silent" {
  name     = "silent"
  role_arn = aws_iam_role.cluster.arn

  vpc_config { # flagged
    subnet_ids = aws_subnet.private[*].id
  }
}

resource "aws_eks_cluster" "off" {
  name     = "off"
  role_arn = aws_iam_role.cluster.arn

  vpc_config {
    subnet_ids              = aws_subnet.private[*].id
    endpoint_private_access = false # flagged
  }
}

variable "is_private" {
  type = bool
}

resource "aws_eks_cluster" "untold" {
  name     = "untold"
  role_arn = aws_iam_role.cluster.arn

  vpc_config {
    subnet_ids              = aws_subnet.private[*].id
    endpoint_private_access = var.is_private # flagged
  }
}
