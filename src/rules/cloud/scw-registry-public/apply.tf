resource "scaleway_registry_namespace" "shop" {
  name      = "shop"
  is_public = false
}
