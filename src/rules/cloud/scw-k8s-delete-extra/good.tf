resource "scaleway_k8s_cluster" "shop" {
  name                        = "shop-prod"
  version                     = "1.36"
  cni                         = "cilium"
  delete_additional_resources = false
}

# A lab may leave nothing behind.
resource "scaleway_k8s_cluster" "lab" {
  name                        = "lab"
  version                     = "1.36"
  cni                         = "cilium"
  delete_additional_resources = true
}
