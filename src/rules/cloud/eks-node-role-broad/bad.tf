resource "aws_iam_role" "node" {
  name               = "node"
  assume_role_policy = data.aws_iam_policy_document.machines.json

  managed_policy_arns = [
    "arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy",
    "arn:aws:iam::aws:policy/AdministratorAccess", # flagged
  ]
}

resource "aws_eks_node_group" "work" {
  cluster_name  = aws_eks_cluster.shop.name
  node_role_arn = aws_iam_role.node.arn
  subnet_ids    = aws_subnet.private[*].id
}

resource "aws_iam_role_policy_attachment" "files" {
  role       = aws_iam_role.node.name
  policy_arn = "arn:${data.aws_partition.here.partition}:iam::aws:policy/AmazonS3FullAccess" # flagged
}

resource "aws_iam_policy" "everything" {
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["ec2:*", "sqs:SendMessage"], Resource = "*" }]
  })
}

resource "aws_iam_role_policy_attachment" "everything" {
  role       = aws_iam_role.node.name
  policy_arn = aws_iam_policy.everything.arn # flagged
}

data "aws_iam_policy_document" "machines_rights" {
  statement {
    actions   = ["*"]
    resources = ["*"]
  }
}

resource "aws_iam_role_policy" "inline" {
  role   = "node"
  policy = data.aws_iam_policy_document.machines_rights.json # flagged
}

variable "policy_arn" {
  type = string
}

resource "aws_iam_role_policy_attachment" "untold" {
  role       = aws_iam_role.node.name
  policy_arn = var.policy_arn # flagged
}
