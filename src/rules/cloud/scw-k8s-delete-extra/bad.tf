resource "scaleway_k8s_cluster" "shop" {
  name                        = "shop-prod"
  version                     = "1.36"
  cni                         = "cilium"
  delete_additional_resources = true # flagged
}

variable "is_swept" {
  type = bool
}

resource "scaleway_k8s_cluster" "untold" {
  name                        = "office"
  tags                        = ["stage:prod"]
  version                     = "1.36"
  cni                         = "cilium"
  delete_additional_resources = var.is_swept # flagged
}
