resource "aws_kms_key" "shop" {
  enable_key_rotation = true
}

resource "aws_eks_cluster" "shop" {
  name     = "shop"
  version  = "1.35"
  role_arn = aws_iam_role.cluster.arn

  encryption_config {
    resources = ["secrets"]

    provider {
      key_arn = aws_kms_key.shop.arn
    }
  }
}

variable "key_arn" {
  type = string
}

# Whichever key it is: a block without one is refused.
resource "aws_eks_cluster" "given" {
  name     = "given"
  version  = "1.35"
  role_arn = aws_iam_role.cluster.arn

  encryption_config {
    resources = ["secrets"]

    provider {
      key_arn = var.key_arn
    }
  }
}

# A local cluster on an Outpost takes no key.
resource "aws_eks_cluster" "outpost" {
  name     = "outpost"
  role_arn = aws_iam_role.cluster.arn

  outpost_config {
    control_plane_instance_type = "m5.large"
    outpost_arns                = ["arn:aws:outposts:eu-west-3:111122223333:outpost/op-0123456789abcdef0"]
  }
}
