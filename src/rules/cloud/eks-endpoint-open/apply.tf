# Reached from the network itself, so from a VPN or a bastion. Where the public address must stay, set
# public_access_cidrs to the ranges that need it.
resource "aws_eks_cluster" "shop" {
  name     = "shop"
  role_arn = aws_iam_role.cluster.arn

  vpc_config {
    subnet_ids              = aws_subnet.private[*].id
    endpoint_private_access = true
    endpoint_public_access  = false
  }
}
