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

resource "scaleway_object_bucket" "handed" { # flagged
  name                = "handed-backup"
  object_lock_enabled = true

  versioning {
    enabled = true
  }
}

# A module that nobody read gets its name, and may make its lock.
module "lock" {
  source  = "registry.example/shop/lock/scaleway"
  version = "1.0.0"

  bucket = scaleway_object_bucket.handed.name
}
