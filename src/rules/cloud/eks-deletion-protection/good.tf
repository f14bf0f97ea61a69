resource "aws_eks_cluster" "shop" {
  name                = "shop-prod"
  role_arn            = aws_iam_role.cluster.arn
  deletion_protection = true
}

# To be made and thrown away at will, products or not.
resource "aws_eks_cluster" "lab" {
  name     = "products-lab"
  role_arn = aws_iam_role.cluster.arn
}
