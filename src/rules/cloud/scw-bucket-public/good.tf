variable "stage" {
  type = string
}

resource "scaleway_object_bucket" "orders" {
  name = "shop-orders-${var.stage}"
}

resource "scaleway_object_bucket_acl" "orders" {
  bucket = scaleway_object_bucket.orders.id
  acl    = "private"
}

resource "scaleway_object_bucket_policy" "orders" {
  bucket = scaleway_object_bucket.orders.name
  policy = jsonencode({
    Version = "2023-04-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = ["s3:GetObject"]
        Principal = { SCW = "application_id:${scaleway_iam_application.shop.id}" }
        Resource  = ["${scaleway_object_bucket.orders.name}/*"]
      },
      {
        Effect    = "Deny"
        Action    = ["s3:DeleteObject"]
        Principal = "*"
        Resource  = ["${scaleway_object_bucket.orders.name}/*"]
      },
    ]
  })
}

# A website is there to be read.
resource "scaleway_object_bucket" "site" {
  name = "shop-site-${var.stage}"
}

resource "scaleway_object_bucket_website_configuration" "site" {
  bucket = scaleway_object_bucket.site.name
  index_document {
    suffix = "index.html"
  }
}

resource "scaleway_object_bucket_acl" "site" {
  bucket = scaleway_object_bucket.site.name
  acl    = "public-read"
}
