resource "aws_eks_cluster" "silent" { # flagged
  name = "silent"
}

resource "aws_eks_cluster" "extended" {
  name = "extended"

  upgrade_policy {
    support_type = "EXTENDED" # flagged
  }
}

variable "support" {
  type = string
}

resource "aws_eks_cluster" "untold" {
  name = "untold"

  upgrade_policy {
    support_type = var.support # flagged
  }
}
