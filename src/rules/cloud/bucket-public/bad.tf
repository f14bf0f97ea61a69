resource "aws_s3_bucket" "uploads" {
  bucket = "uploads"
}

resource "aws_s3_bucket_acl" "uploads" {
  bucket = aws_s3_bucket.uploads.id
  acl    = "public-read" # flagged
}

resource "aws_s3_bucket_public_access_block" "uploads" { # flagged
  bucket              = aws_s3_bucket.uploads.id
  block_public_acls   = true
  block_public_policy = true
}

# Asking for TLS does not say for whom.
resource "aws_s3_bucket_policy" "uploads" {
  bucket = aws_s3_bucket.uploads.id
  policy = jsonencode({ # flagged
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "s3:GetObject"
      Resource  = "${aws_s3_bucket.uploads.arn}/*"
      Condition = { Bool = { "aws:SecureTransport" = "true" } }
    }]
  })
}

data "aws_iam_policy_document" "open" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::invoices/*"]
    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
  }
}

resource "aws_s3_bucket_policy" "invoices" {
  bucket = "invoices"
  policy = data.aws_iam_policy_document.open.json # flagged
}

resource "google_storage_bucket_iam_member" "all" {
  bucket = google_storage_bucket.shop.name
  role   = "roles/storage.objectViewer"
  member = "allUsers" # flagged
}

resource "azurerm_storage_account" "shop" {
  name                            = "shop"
  allow_nested_items_to_be_public = true # flagged
}

resource "azurerm_storage_container" "uploads" {
  name                  = "uploads"
  storage_account_id    = azurerm_storage_account.shop.id
  container_access_type = "blob" # flagged
}

variable "member" {
  type = string
}

resource "google_storage_bucket_iam_member" "untold" {
  bucket = google_storage_bucket.shop.name
  role   = "roles/storage.objectViewer"
  member = var.member # flagged
}
