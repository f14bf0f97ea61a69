resource "aws_launch_template" "work" {
  name_prefix = "work-"

  metadata_options {
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
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

# Machines of something else.
resource "aws_launch_template" "mail" {
  name_prefix = "mail-"

  metadata_options {
    http_tokens = "optional"
  }
}
