resource "aws_eks_addon" "silent" { # flagged
  cluster_name = aws_eks_cluster.shop.name
  addon_name   = "vpc-cni"
}

resource "aws_eks_addon" "off" {
  cluster_name = aws_eks_cluster.lab.name
  addon_name   = "vpc-cni"
  configuration_values = jsonencode({ # flagged
    env = { ENABLE_PREFIX_DELEGATION = "true" }
  })
}

variable "values" {
  type = string
}

resource "aws_eks_addon" "untold" {
  cluster_name         = aws_eks_cluster.office.name
  addon_name           = "vpc-cni"
  configuration_values = var.values # flagged
}
