resource "scaleway_object_bucket" "backups" {
  name                = "shop-backups"
  object_lock_enabled = true

  versioning {
    enabled = true
  }
}

resource "scaleway_object_bucket_lock_configuration" "backups" {
  bucket = scaleway_object_bucket.backups.name

  rule {
    default_retention {
      mode = "COMPLIANCE"
      days = 30
    }
  }
}

# No backups, no production.
resource "scaleway_object_bucket" "pictures" {
  name          = "lab-pictures"
  force_destroy = true
}
