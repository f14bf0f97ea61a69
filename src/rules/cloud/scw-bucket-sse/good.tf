variable "stage" {
  type = string
}

resource "scaleway_object_bucket" "orders" {
  name = "shop-orders-${var.stage}"
}

resource "scaleway_object_bucket_server_side_encryption_configuration" "orders" {
  bucket = scaleway_object_bucket.orders.name

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = scaleway_key_manager_key.orders.id
    }
  }
}

resource "scaleway_object_bucket" "pictures" {
  name = "shop-pictures"
}

resource "scaleway_object_bucket_server_side_encryption_configuration" "pictures" {
  bucket = "shop-pictures"

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

# Everybody is meant to read it.
resource "scaleway_object_bucket" "site" {
  name = "shop-site"
}

resource "scaleway_object_bucket_website_configuration" "site" {
  bucket = scaleway_object_bucket.site.id

  index_document {
    suffix = "index.html"
  }
}
