resource "aws_subnet" "private" {
  count      = 2
  vpc_id     = aws_vpc.shop.id
  cidr_block = "10.0.${count.index}.0/24"
}

resource "aws_eks_node_group" "work" {
  cluster_name  = aws_eks_cluster.shop.name
  node_role_arn = aws_iam_role.node.arn
  subnet_ids    = aws_subnet.private[*].id
}

resource "aws_subnet" "edge" {
  vpc_id                  = aws_vpc.shop.id
  cidr_block              = "10.0.8.0/24"
  map_public_ip_on_launch = true
}

# The template refuses the address that the subnet would give.
resource "aws_launch_template" "edge" {
  name_prefix = "edge-"

  network_interfaces {
    associate_public_ip_address = false
  }
}

resource "aws_eks_node_group" "edge" {
  cluster_name  = aws_eks_cluster.shop.name
  node_role_arn = aws_iam_role.node.arn
  subnet_ids    = [aws_subnet.edge.id]

  launch_template {
    id      = aws_launch_template.edge.id
    version = aws_launch_template.edge.latest_version
  }
}
