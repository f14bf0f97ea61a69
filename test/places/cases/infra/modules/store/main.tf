variable "public" {}
variable "names" {}

resource "scaleway_object_bucket" "each" {
  for_each = toset(var.names)
  name     = each.key
}

resource "scaleway_object_bucket_acl" "each" {
  for_each = toset(var.names)
  bucket   = scaleway_object_bucket.each[each.key].name
  acl      = var.public ? "public-read-write" : "private"
}

resource "aws_s3_bucket_public_access_block" "this" {
  count               = length(var.names)
  bucket              = var.names[count.index]
  block_public_acls   = !var.public
  block_public_policy = false
}

resource "aws_db_instance" "bills" {
  identifier          = "bills"
  engine              = "postgres"
  publicly_accessible = var.public
  storage_encrypted   = false
  password            = "Tr0ub4dor-and-3"
}
