resource "scaleway_iam_api_key" "builds" { # flagged
  application_id = scaleway_iam_application.builds.id
  description    = "pushes images"
}

resource "scaleway_iam_api_key" "person" {
  user_id    = data.scaleway_iam_user.somebody.id # flagged
  expires_at = "2027-01-31T00:00:00Z"
}

variable "is_short" {
  type = bool
}

resource "scaleway_iam_api_key" "untold" {
  application_id = scaleway_iam_application.builds.id
  expires_at     = var.is_short ? "2027-01-31T00:00:00Z" : null # flagged
}
