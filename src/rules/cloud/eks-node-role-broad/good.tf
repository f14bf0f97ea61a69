resource "aws_iam_role" "node" {
  name               = "node"
  assume_role_policy = data.aws_iam_policy_document.machines.json
}

resource "aws_eks_node_group" "work" {
  cluster_name  = aws_eks_cluster.shop.name
  node_role_arn = aws_iam_role.node.arn
  subnet_ids    = aws_subnet.private[*].id
}

resource "aws_iam_role_policy_attachment" "node" {
  for_each = toset([
    "AmazonEKSWorkerNodePolicy",
    "AmazonEC2ContainerRegistryReadOnly",
    "service-role/AmazonEBSCSIDriverPolicy",
  ])
  role       = aws_iam_role.node.name
  policy_arn = "arn:aws:iam::aws:policy/${each.value}"
}

# A policy of one's own, by the name in its ARN.
resource "aws_iam_policy" "addresses" {
  name = "addresses"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "ec2:AssignIpv6Addresses", Resource = "*" }]
  })
}

resource "aws_iam_role_policy_attachment" "addresses" {
  role       = aws_iam_role.node.name
  policy_arn = "arn:aws:iam::${data.aws_caller_identity.here.account_id}:policy/addresses"
}

# One bucket, whatever is done there.
resource "aws_iam_role_policy" "logs" {
  role = aws_iam_role.node.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:*", Resource = "${aws_s3_bucket.logs.arn}/*" }]
  })
}

# No node ever has this role.
resource "aws_iam_role" "operators" {
  name               = "operators"
  assume_role_policy = data.aws_iam_policy_document.people.json
}

resource "aws_iam_role_policy_attachment" "operators" {
  role       = aws_iam_role.operators.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}
