resource "scaleway_object_bucket" "exports" {
  name = "volume-exports"
}

resource "scaleway_block_snapshot" "orders" {
  volume_id = scaleway_block_volume.orders.id

  export {
    bucket = scaleway_object_bucket.exports.name # flagged
    key    = "orders.qcow"
  }
}

variable "bucket" {
  type = string
}

resource "scaleway_block_snapshot" "untold" {
  volume_id = scaleway_block_volume.orders.id

  export {
    bucket = var.bucket # flagged
    key    = "orders.qcow"
  }
}

# Nobody but its operating system knows.
resource "scaleway_block_volume" "orders" { # flagged
  name       = "orders"
  tags       = ["data-class=personal"]
  iops       = 5000
  size_in_gb = 20
}
