# New buckets block public access unless somebody opens them.
resource "aws_s3_bucket" "shop" {
  bucket = "shop"
}

resource "aws_s3_bucket_public_access_block" "shop" {
  bucket                  = aws_s3_bucket.shop.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

# Without effect behind the block.
resource "aws_s3_bucket_acl" "shop" {
  bucket = aws_s3_bucket.shop.id
  acl    = "public-read"
}

# For everybody on one network is not for everybody.
resource "aws_s3_bucket_policy" "invoices" {
  bucket = "invoices"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = "*"
        Action    = "s3:GetObject"
        Resource  = "arn:aws:s3:::invoices/*"
        Condition = { StringEquals = { "aws:SourceVpce" = "vpce-0123456789abcdef0" } }
      },
      {
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource  = "arn:aws:s3:::invoices/*"
      },
    ]
  })
}

resource "google_storage_bucket" "shop" {
  name                        = "shop"
  location                    = "EU"
  uniform_bucket_level_access = true
  public_access_prevention    = "enforced"
}

# Refused by the bucket.
resource "google_storage_bucket_iam_member" "all" {
  bucket = google_storage_bucket.shop.name
  role   = "roles/storage.objectViewer"
  member = "allUsers"
}

resource "google_storage_bucket_iam_binding" "shop" {
  bucket  = "other"
  role    = "roles/storage.objectViewer"
  members = ["serviceAccount:${google_service_account.shop.email}"]
}

resource "azurerm_storage_account" "shop" {
  name                            = "shop"
  allow_nested_items_to_be_public = false
}

# Refused by the account.
resource "azurerm_storage_container" "uploads" {
  name                  = "uploads"
  storage_account_name  = azurerm_storage_account.shop.name
  container_access_type = "blob"
}
