resource "aws_launch_template" "work" {
  name_prefix = "work-"

  block_device_mappings {
    device_name = "/dev/xvda"

    ebs { # flagged
      volume_size = 100
    }
  }
  block_device_mappings {
    device_name = "/dev/xvdb"

    ebs {
      volume_size = 100
      encrypted   = false # flagged
    }
  }
}

resource "aws_eks_node_group" "work" {
  cluster_name  = aws_eks_cluster.shop.name
  node_role_arn = aws_iam_role.node.arn
  subnet_ids    = aws_subnet.private[*].id

  launch_template {
    id      = aws_launch_template.work.id
    version = aws_launch_template.work.latest_version
  }
}

variable "is_encrypted" {
  type = bool
}

resource "aws_launch_template" "untold" {
  name_prefix = "untold-"

  block_device_mappings {
    device_name = "/dev/xvda"

    ebs {
      encrypted = var.is_encrypted # flagged
    }
  }
}

resource "aws_eks_node_group" "untold" {
  cluster_name  = aws_eks_cluster.shop.name
  node_role_arn = aws_iam_role.node.arn
  subnet_ids    = aws_subnet.private[*].id

  launch_template {
    id      = aws_launch_template.untold.id
    version = aws_launch_template.untold.latest_version
  }
}
