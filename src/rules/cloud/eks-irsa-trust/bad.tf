resource "aws_eks_cluster" "shop" {
  name     = "shop"
  role_arn = aws_iam_role.cluster.arn
}

resource "aws_iam_openid_connect_provider" "shop" {
  client_id_list = ["sts.amazonaws.com"]
  url            = aws_eks_cluster.shop.identity[0].oidc[0].issuer
}

# Any pod of the cluster.
resource "aws_iam_role" "anybody" {
  name = "anybody"
  assume_role_policy = jsonencode({ # flagged
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = aws_iam_openid_connect_provider.shop.arn }
    }]
  })
}

# Whoever may make a namespace.
data "aws_iam_policy_document" "starred" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = [aws_iam_openid_connect_provider.shop.arn]
    }
    condition {
      test     = "StringLike"
      variable = "${replace(aws_iam_openid_connect_provider.shop.url, "https://", "")}:sub"
      values   = ["system:serviceaccount:*:backup"]
    }
  }
}

resource "aws_iam_role" "starred" {
  name               = "starred"
  assume_role_policy = data.aws_iam_policy_document.starred.json # flagged
}

# Tokens that were made for another service.
resource "aws_iam_openid_connect_provider" "wide" {
  client_id_list = ["sts.amazonaws.com", "vault"]
  url            = "https://oidc.eks.eu-west-3.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF"
}

locals {
  wide = <<-POLICY
    {
      "Statement": {
        "Effect": "Allow",
        "Action": "sts:AssumeRoleWithWebIdentity",
        "Principal": {"Federated": "${aws_iam_openid_connect_provider.wide.arn}"},
        "Condition": {"StringEquals": {
          "${replace(aws_iam_openid_connect_provider.wide.url, "https://", "")}:sub": "system:serviceaccount:shop:web"
        }}
      }
    }
  POLICY
}

resource "aws_iam_role" "wide" {
  name               = "wide"
  assume_role_policy = local.wide # flagged
}

variable "account" {
  type = string
}

# A star may come in by the variable.
data "aws_iam_policy_document" "untold" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = [aws_iam_openid_connect_provider.shop.arn]
    }
    condition {
      test     = "StringLike"
      variable = "${aws_iam_openid_connect_provider.shop.url}:sub"
      values   = ["system:serviceaccount:shop:${var.account}"]
    }
  }
}

resource "aws_iam_role" "untold" {
  name               = "untold"
  assume_role_policy = data.aws_iam_policy_document.untold.json # flagged
}

# Keys that are computed hide the whole block.
resource "aws_iam_role" "hidden" {
  name = "hidden"
  assume_role_policy = jsonencode({ # flagged
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = aws_iam_openid_connect_provider.shop.arn }
      Condition = {
        StringEquals = {
          "${replace(aws_eks_cluster.shop.identity[0].oidc[0].issuer, "https://", "")}:sub" = "system:serviceaccount:a:b"
        }
      }
    }]
  })
}
