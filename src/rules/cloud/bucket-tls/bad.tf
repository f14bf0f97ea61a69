resource "aws_s3_bucket" "silent" { # flagged
  bucket = "silent"
}

# A policy about something else.
resource "aws_s3_bucket" "logs" { # flagged
  bucket = "logs"
}

resource "aws_s3_bucket_policy" "logs" {
  bucket = aws_s3_bucket.logs.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "logging.s3.amazonaws.com" }
      Action    = "s3:PutObject"
      Resource  = "${aws_s3_bucket.logs.arn}/*"
    }]
  })
}

resource "azurerm_storage_account" "plain" {
  name                       = "plain"
  https_traffic_only_enabled = false    # flagged
  min_tls_version            = "TLS1_0" # flagged
}

# As version 3 of the provider called it.
resource "azurerm_storage_account" "older" {
  name                      = "older"
  enable_https_traffic_only = false # flagged
}

variable "policy" {
  type = string
}

resource "aws_s3_bucket" "untold" { # flagged
  bucket = "untold"
}

resource "aws_s3_bucket_policy" "untold" {
  bucket = aws_s3_bucket.untold.id
  policy = var.policy
}

resource "aws_s3_bucket" "handed" { # flagged
  bucket = "handed"
}

# A module that nobody read gets its name, and may make its policy.
module "policy" {
  source  = "registry.example/shop/policy/aws"
  version = "1.0.0"

  bucket = aws_s3_bucket.handed.id
}
