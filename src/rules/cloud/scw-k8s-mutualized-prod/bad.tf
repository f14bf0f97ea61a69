resource "scaleway_k8s_cluster" "shop" { # flagged
  name                        = "shop-prod"
  version                     = "1.36"
  cni                         = "cilium"
  private_network_id          = scaleway_vpc_private_network.shop.id
  delete_additional_resources = false
}

resource "scaleway_k8s_cluster" "mesh" {
  name                        = "mesh"
  tags                        = ["env=production"]
  type                        = "multicloud" # flagged
  version                     = "1.36"
  cni                         = "kilo"
  delete_additional_resources = false
}

variable "offer" {
  type = string
}

resource "scaleway_k8s_cluster" "untold" {
  name                        = "prod-2"
  type                        = var.offer # flagged
  version                     = "1.36"
  cni                         = "cilium"
  delete_additional_resources = false
}
