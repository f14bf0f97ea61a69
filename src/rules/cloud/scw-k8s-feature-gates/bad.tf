resource "scaleway_k8s_cluster" "shop" {
  name                        = "shop-prod"
  version                     = "1.36"
  cni                         = "cilium"
  delete_additional_resources = false
  feature_gates               = ["HPAScaleToZero"] # flagged
}

resource "scaleway_k8s_cluster" "lab" {
  name                        = "lab"
  version                     = "1.36"
  cni                         = "cilium"
  delete_additional_resources = false

  admission_plugins = [
    "AlwaysAdmit", # flagged
    "AlwaysPullImages",
  ]
}

variable "gates" {
  type = list(string)
}

resource "scaleway_k8s_cluster" "untold" {
  name                        = "office"
  tags                        = ["production"]
  version                     = "1.36"
  cni                         = "cilium"
  delete_additional_resources = false
  feature_gates               = var.gates # flagged
}
