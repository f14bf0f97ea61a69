resource "aws_subnet" "private" {
  count                   = 2
  vpc_id                  = aws_vpc.shop.id
  cidr_block              = "10.0.${count.index}.0/24"
  availability_zone       = data.aws_availability_zones.here.names[count.index]
  map_public_ip_on_launch = false
}

resource "aws_eks_node_group" "workers" {
  cluster_name  = aws_eks_cluster.shop.name
  node_role_arn = aws_iam_role.nodes.arn
  subnet_ids    = aws_subnet.private[*].id

  scaling_config {
    min_size     = 2
    desired_size = 2
    max_size     = 4
  }
}
