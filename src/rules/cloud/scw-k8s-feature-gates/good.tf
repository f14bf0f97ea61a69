resource "scaleway_k8s_cluster" "shop" {
  name                        = "shop-prod"
  version                     = "1.36"
  cni                         = "cilium"
  delete_additional_resources = false
  feature_gates               = []
  admission_plugins           = ["AlwaysPullImages"]
}

# Where else would one try them?
resource "scaleway_k8s_cluster" "lab" {
  name                        = "lab"
  version                     = "1.36"
  cni                         = "cilium"
  delete_additional_resources = false
  feature_gates               = ["HPAScaleToZero"]
}
