resource "aws_eks_cluster" "shop" {
  name     = "shop"
  role_arn = aws_iam_role.cluster.arn
}

resource "aws_iam_openid_connect_provider" "shop" {
  client_id_list = ["sts.amazonaws.com"]
  url            = aws_eks_cluster.shop.identity[0].oidc[0].issuer
}

locals {
  issuer = replace(aws_iam_openid_connect_provider.shop.url, "https://", "")
}

variable "account" {
  type = string
}

# What is compared letter by letter stays one account, whatever the variable holds.
data "aws_iam_policy_document" "exact" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = [aws_iam_openid_connect_provider.shop.arn]
    }
    condition {
      test     = "StringEquals"
      variable = "${local.issuer}:sub"
      values   = ["system:serviceaccount:shop:${var.account}"]
    }
    condition {
      test     = "StringEquals"
      variable = "${local.issuer}:aud"
      values   = ["sts.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "exact" {
  name               = "exact"
  assume_role_policy = data.aws_iam_policy_document.exact.json
}

# The provider takes tokens for one audience alone.
resource "aws_iam_role" "brief" {
  name               = "brief"
  assume_role_policy = <<-POLICY
    {
      "Statement": [{
        "Effect": "Allow",
        "Action": "sts:AssumeRoleWithWebIdentity",
        "Principal": {"Federated": "${aws_iam_openid_connect_provider.shop.arn}"},
        "Condition": {"StringEquals": {
          "${replace(aws_iam_openid_connect_provider.shop.url, "https://", "")}:sub": "system:serviceaccount:shop:web"
        }}
      }]
    }
  POLICY
}

# Builds of somebody else's machines are no pods.
resource "aws_iam_role" "builds" {
  name = "builds"
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }
      Condition = { StringLike = { "token.actions.githubusercontent.com:sub" = "repo:example/shop:*" } }
    }]
  })
}

resource "aws_iam_role" "machines" {
  name = "machines"
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }]
  })
}
