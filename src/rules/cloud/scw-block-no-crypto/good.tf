resource "scaleway_object_bucket" "exports" {
  name = "volume-exports"
}

resource "scaleway_object_bucket_server_side_encryption_configuration" "exports" {
  bucket = scaleway_object_bucket.exports.name

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "scaleway_block_snapshot" "orders" {
  volume_id = scaleway_block_volume.pictures.id

  export {
    bucket = scaleway_object_bucket.exports.name
    key    = "orders.qcow"
  }
}

# Nothing says that it holds anything worth it.
resource "scaleway_block_volume" "pictures" {
  name       = "pictures"
  iops       = 5000
  size_in_gb = 20
}

resource "scaleway_block_volume" "cache" {
  name       = "prod-cache"
  tags       = ["data-class=none"]
  iops       = 5000
  size_in_gb = 20
}
