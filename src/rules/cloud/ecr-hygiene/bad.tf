resource "aws_ecr_repository" "silent" { # flagged
  name = "silent"

  image_scanning_configuration {
    scan_on_push = true
  }
}

resource "aws_ecr_repository" "unscanned" { # flagged
  name                 = "unscanned"
  image_tag_mutability = "IMMUTABLE"
}

resource "aws_ecr_repository" "moving" {
  name                 = "moving"
  image_tag_mutability = "MUTABLE" # flagged

  image_scanning_configuration {
    scan_on_push = false # flagged
  }
}

data "aws_iam_policy_document" "everybody" {
  statement {
    actions = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
  }
}

resource "aws_ecr_repository_policy" "everybody" {
  repository = aws_ecr_repository.moving.name
  policy     = data.aws_iam_policy_document.everybody.json # flagged
}

variable "policy" {
  type = string
}

resource "aws_ecr_repository_policy" "untold" {
  repository = aws_ecr_repository.silent.name
  policy     = var.policy # flagged
}
