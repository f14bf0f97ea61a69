resource "aws_launch_template" "loose" {
  name_prefix = "loose-"

  metadata_options {
    http_tokens                 = "optional" # flagged
    http_put_response_hop_limit = 2          # flagged
  }
}

resource "aws_eks_node_group" "loose" {
  cluster_name  = aws_eks_cluster.shop.name
  node_role_arn = aws_iam_role.node.arn
  subnet_ids    = aws_subnet.private[*].id

  launch_template {
    id      = aws_launch_template.loose.id
    version = aws_launch_template.loose.latest_version
  }
}

# The image and the account decide.
resource "aws_launch_template" "untold" { # flagged
  name_prefix = "untold-"
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
