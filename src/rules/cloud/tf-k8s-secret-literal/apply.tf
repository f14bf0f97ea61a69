# The chart is told the name of a Secret, which the vault fills (External Secrets): no value passes through Terraform.
resource "helm_release" "shop" {
  name       = "shop"
  namespace  = "shop"
  repository = "oci://registry.example/charts"
  chart      = "shop"
  version    = "1.4.2"

  values = [
    yamlencode({ auth = { existingSecret = "shop-credentials" } }),
  ]
}
