resource "aws_eks_cluster" "shop" {
  name = "shop"

  upgrade_policy {
    support_type = "STANDARD"
  }
}
