# What a volume does not say is true then.
resource "aws_ebs_encryption_by_default" "region" {
  enabled = true
}

resource "aws_ebs_volume" "silent" {
  availability_zone = "eu-west-3a"
  size              = 40
}

resource "aws_ebs_volume" "encrypted" {
  availability_zone = "eu-west-3a"
  size              = 40
  encrypted         = true
}

# Google encrypts each disk, with a key of its own when none is named.
resource "google_compute_disk" "shop" {
  name = "shop"
  zone = "europe-west9-a"
}
