# For each volume of the region that does not say it, those of Kubernetes included.
resource "aws_ebs_encryption_by_default" "region" {
  enabled = true
}

resource "aws_ebs_default_kms_key" "region" {
  key_arn = aws_kms_key.volumes.arn
}

resource "aws_ebs_volume" "orders" {
  availability_zone = "eu-west-3a"
  size              = 40
  encrypted         = true
  kms_key_id        = aws_kms_key.volumes.arn
}
