resource "scaleway_object_bucket" "orders" { # flagged
  name = "shop-orders"
}

variable "bucket" {
  type = string
}

# May belong to either, or to none.
resource "scaleway_object_bucket_server_side_encryption_configuration" "untold" {
  bucket = var.bucket

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "scaleway_object_bucket" "pictures" { # flagged
  name = "shop-pictures"
}
