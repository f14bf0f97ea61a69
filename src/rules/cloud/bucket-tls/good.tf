resource "aws_s3_bucket" "shop" {
  bucket = "shop"
}

data "aws_iam_policy_document" "tls" {
  statement {
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.shop.arn, "${aws_s3_bucket.shop.arn}/*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_s3_bucket_policy" "shop" {
  bucket = aws_s3_bucket.shop.id
  policy = data.aws_iam_policy_document.tls.json
}

# Azure refuses plain text unless it is told otherwise.
resource "azurerm_storage_account" "shop" {
  name            = "shop"
  min_tls_version = "TLS1_2"
}
