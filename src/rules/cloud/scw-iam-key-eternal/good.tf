resource "time_rotating" "quarter" {
  rotation_days = 90
}

resource "scaleway_iam_api_key" "builds" {
  application_id = scaleway_iam_application.builds.id
  description    = "pushes images"
  expires_at     = time_rotating.quarter.rotation_rfc3339
}

resource "scaleway_iam_api_key" "backups" {
  application_id = scaleway_iam_application.backups.id
  expires_at     = "2027-01-31T00:00:00Z"
}
