resource "aws_efs_file_system" "silent" { # flagged
  creation_token = "silent"
}

resource "aws_efs_file_system" "plain" {
  creation_token = "plain"
  encrypted      = false # flagged
}

variable "is_encrypted" {
  type = bool
}

resource "aws_efs_file_system" "untold" {
  creation_token = "untold"
  encrypted      = var.is_encrypted # flagged
}
