# Private unless somebody says otherwise.
resource "scaleway_registry_namespace" "shop" {
  name = "shop"
}

resource "scaleway_registry_namespace" "lab" {
  name      = "lab"
  is_public = false
}
