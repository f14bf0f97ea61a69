resource "scaleway_k8s_cluster" "shop" { # flagged
  name                        = "shop"
  version                     = "1.36"
  cni                         = "cilium"
  delete_additional_resources = false
}

variable "is_private" {
  type = bool
}

resource "scaleway_k8s_cluster" "untold" {
  name                        = "lab"
  version                     = "1.36"
  cni                         = "cilium"
  delete_additional_resources = false
  private_network_id          = var.is_private ? scaleway_vpc_private_network.lab.id : null # flagged
}
