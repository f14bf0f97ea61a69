resource "aws_iam_role" "nodes" {
  name = "shop-nodes"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "ec2.amazonaws.com" }
    }]
  })
}

# What pods need, the network plugin's included, is given to roles of their own.
resource "aws_iam_role_policy_attachment" "nodes" {
  for_each   = toset(["AmazonEKSWorkerNodePolicy", "AmazonEC2ContainerRegistryPullOnly"])
  role       = aws_iam_role.nodes.name
  policy_arn = "arn:aws:iam::aws:policy/${each.value}"
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
