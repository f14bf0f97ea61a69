resource "aws_eks_cluster" "silent" {
  name     = "silent"
  role_arn = aws_iam_role.cluster.arn

  # Public, and for everybody, is what Amazon takes.
  vpc_config { # flagged
    subnet_ids = aws_subnet.private[*].id
  }
}

# Two halves are a whole.
resource "aws_eks_cluster" "halves" {
  name     = "halves"
  role_arn = aws_iam_role.cluster.arn

  vpc_config {
    subnet_ids             = aws_subnet.private[*].id
    endpoint_public_access = true
    public_access_cidrs = [
      "0.0.0.0/1", # flagged
      "128.0.0.0/1",
    ]
  }
}

resource "aws_eks_cluster" "six" {
  name     = "six"
  role_arn = aws_iam_role.cluster.arn

  vpc_config {
    subnet_ids          = aws_subnet.private[*].id
    public_access_cidrs = ["198.51.100.0/24", "::/0"] # flagged
  }
}

variable "ranges" {
  type = list(string)
}

resource "aws_eks_cluster" "untold" {
  name     = "untold"
  role_arn = aws_iam_role.cluster.arn

  vpc_config {
    subnet_ids          = aws_subnet.private[*].id
    public_access_cidrs = var.ranges # flagged
  }
}
