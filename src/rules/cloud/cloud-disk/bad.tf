resource "aws_ebs_volume" "silent" { # flagged
  availability_zone = "eu-west-3a"
  size              = 40
}

resource "aws_ebs_volume" "plain" {
  availability_zone = "eu-west-3a"
  size              = 40
  encrypted         = false # flagged
}

# As the snapshot is, so is the volume.
resource "aws_ebs_volume" "copy" { # flagged
  availability_zone = "eu-west-3a"
  snapshot_id       = "snap-0123456789abcdef0"
}

variable "is_encrypted" {
  type = bool
}

resource "aws_ebs_volume" "untold" {
  availability_zone = "eu-west-3a"
  size              = 40
  encrypted         = var.is_encrypted # flagged
}
