resource "scaleway_iam_policy" "builds" {
  name           = "builds"
  application_id = scaleway_iam_application.builds.id

  rule {
    project_ids = [scaleway_account_project.shop.id]
    permission_set_names = [
      "AllProductsFullAccess", # flagged
      "ContainerRegistryFullAccess",
    ]
  }
  rule {
    organization_id      = var.organization_id # flagged
    permission_set_names = ["KubernetesFullAccess"]
  }
}

resource "scaleway_iam_policy" "team" {
  name     = "team"
  group_id = scaleway_iam_group.team.id

  rule {
    project_ids          = [scaleway_account_project.shop.id]
    permission_set_names = ["KubernetesSystemMastersGroupAccess"] # flagged
  }
}

variable "organization_id" {
  type = string
}

variable "sets" {
  type = list(string)
}

resource "scaleway_iam_policy" "untold" {
  name           = "lab"
  application_id = scaleway_iam_application.lab.id

  rule {
    project_ids          = [scaleway_account_project.shop.id]
    permission_set_names = var.sets # flagged
  }
}
