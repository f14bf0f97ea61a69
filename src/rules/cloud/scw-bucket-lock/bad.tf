resource "scaleway_object_bucket" "backups" { # flagged
  name = "shop-backups"

  versioning {
    enabled = true
  }
}

# A lock without a rule holds nothing.
resource "scaleway_object_bucket" "velero" { # flagged
  name                = "velero"
  object_lock_enabled = true
  force_destroy       = true # flagged

  versioning {
    enabled = true
  }
}

variable "is_locked" {
  type = bool
}

resource "scaleway_object_bucket" "untold" { # flagged
  name                = "db-dumps"
  object_lock_enabled = var.is_locked

  versioning {
    enabled = true
  }
}

resource "scaleway_object_bucket_lock_configuration" "untold" {
  bucket = scaleway_object_bucket.untold.name

  rule {
    default_retention {
      mode = "GOVERNANCE"
      days = 30
    }
  }
}
