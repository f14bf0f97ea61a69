resource "aws_eks_cluster" "dear" {
  name     = "dear"
  role_arn = aws_iam_role.cluster.arn
  version  = "1.32" # flagged
}

resource "aws_eks_cluster" "gone" {
  name     = "gone"
  role_arn = aws_iam_role.cluster.arn
  version  = "1.29" # flagged
}

resource "aws_eks_cluster" "ancient" {
  name     = "ancient"
  role_arn = aws_iam_role.cluster.arn
  version  = 1.21 # flagged
}

# Whatever was newest on the day.
resource "aws_eks_cluster" "untold" { # flagged
  name     = "untold"
  role_arn = aws_iam_role.cluster.arn
}
