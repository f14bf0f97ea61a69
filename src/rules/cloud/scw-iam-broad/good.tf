variable "organization_id" {
  type = string
}

resource "scaleway_iam_policy" "builds" {
  name           = "builds"
  application_id = scaleway_iam_application.builds.id

  rule {
    project_ids          = [scaleway_account_project.shop.id]
    permission_set_names = ["KubernetesReadOnly", "ContainerRegistryFullAccess"]
  }
  # These are of the organisation by their nature.
  rule {
    organization_id      = var.organization_id
    permission_set_names = ["ProjectReadOnly", "BillingReadOnly"]
  }
}

# On the shelf for emergencies.
resource "scaleway_iam_policy" "emergency" {
  name         = "emergency"
  no_principal = true

  rule {
    organization_id      = var.organization_id
    permission_set_names = ["AllProductsFullAccess"]
  }
}
