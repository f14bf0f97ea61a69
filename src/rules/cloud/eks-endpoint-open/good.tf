resource "aws_eks_cluster" "private" {
  name     = "private"
  role_arn = aws_iam_role.cluster.arn

  vpc_config {
    subnet_ids              = aws_subnet.private[*].id
    endpoint_private_access = true
    endpoint_public_access  = false
  }
}

# A list that is not used harms nobody.
resource "aws_eks_cluster" "leftover" {
  name     = "leftover"
  role_arn = aws_iam_role.cluster.arn

  vpc_config {
    subnet_ids             = aws_subnet.private[*].id
    endpoint_public_access = "false"
    public_access_cidrs    = ["0.0.0.0/0"]
  }
}

resource "aws_eks_cluster" "office" {
  name     = "office"
  role_arn = aws_iam_role.cluster.arn

  vpc_config {
    subnet_ids          = aws_subnet.private[*].id
    public_access_cidrs = ["198.51.100.0/24"]
  }
}
