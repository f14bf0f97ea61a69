resource "scaleway_object_bucket" "orders" {
  name = "shop-orders"
}

resource "scaleway_object_bucket_acl" "orders" {
  bucket = scaleway_object_bucket.orders.id
  acl    = "public-read" # flagged
}

# As it was written before.
resource "scaleway_object_bucket" "old" {
  name = "shop-old"
  acl  = "public-read-write" # flagged
}

resource "scaleway_object_bucket_acl" "granted" {
  bucket = scaleway_object_bucket.orders.id

  access_control_policy {
    grant {
      permission = "READ"
      grantee {
        type = "Group"
        uri  = "http://acs.amazonaws.com/groups/global/AllUsers" # flagged
      }
    }
    owner {
      id = "11111111-1111-1111-1111-111111111111"
    }
  }
}

resource "scaleway_object_bucket_policy" "orders" {
  bucket = scaleway_object_bucket.orders.name
  policy = jsonencode({ # flagged
    Version = "2023-04-17"
    Statement = [{
      Effect    = "Allow"
      Action    = ["s3:GetObject"]
      Principal = { SCW = "*" }
      Resource  = ["${scaleway_object_bucket.orders.name}/*"]
    }]
  })
}

data "aws_iam_policy_document" "everybody" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["shop-orders/*"]
    principals {
      type        = "SCW"
      identifiers = ["*"]
    }
  }
}

resource "scaleway_object_bucket_policy" "made" {
  bucket = scaleway_object_bucket.orders.name
  policy = data.aws_iam_policy_document.everybody.json # flagged
}

# A website that everybody may write.
resource "scaleway_object_bucket" "site" {
  name = "shop-site"
}

resource "scaleway_object_bucket_website_configuration" "site" {
  bucket = scaleway_object_bucket.site.name
  index_document {
    suffix = "index.html"
  }
}

resource "scaleway_object_bucket_acl" "site" {
  bucket = scaleway_object_bucket.site.name
  acl    = "public-read-write" # flagged
}

variable "policy" {
  type = string
}

resource "scaleway_object_bucket_policy" "untold" {
  bucket = scaleway_object_bucket.orders.name
  policy = var.policy # flagged
}

variable "readers" {
  type = list(string)
}

# Who the readers are, an input decides.
resource "scaleway_object_bucket_policy" "readers" {
  bucket = scaleway_object_bucket.orders.name
  policy = jsonencode({ # flagged
    Statement = [{
      Effect    = "Allow"
      Action    = ["s3:GetObject"]
      Principal = { SCW = concat(var.readers, ["user_id:1"]) }
      Resource  = ["shop-orders/*"]
    }]
  })
}

# Everybody but one is everybody.
resource "scaleway_object_bucket_policy" "others" {
  bucket = scaleway_object_bucket.orders.name
  policy = jsonencode({ # flagged
    Statement = [{
      Effect       = "Allow"
      Action       = ["s3:GetObject"]
      NotPrincipal = { SCW = "user_id:1" }
      Resource     = ["shop-orders/*"]
    }]
  })
}
