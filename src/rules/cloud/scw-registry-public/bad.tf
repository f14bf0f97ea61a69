resource "scaleway_registry_namespace" "shop" {
  name      = "shop"
  is_public = true # flagged
}

variable "is_public" {
  type = bool
}

resource "scaleway_registry_namespace" "untold" {
  name      = "lab"
  is_public = var.is_public # flagged
}
