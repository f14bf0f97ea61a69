resource "scaleway_iam_application" "backup" {
  name = "shop-backup"
}

# Puts backups into the buckets of one project, and may neither read nor delete them.
resource "scaleway_iam_policy" "backup" {
  name           = "shop-backup"
  application_id = scaleway_iam_application.backup.id

  rule {
    project_ids          = [scaleway_account_project.shop.id]
    permission_set_names = ["ObjectStorageObjectsWrite"]
  }
}
