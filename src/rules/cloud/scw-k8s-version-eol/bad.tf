# Over.
resource "scaleway_k8s_cluster" "shop" {
  name                        = "shop"
  version                     = "1.33.4" # flagged
  cni                         = "cilium"
  private_network_id          = scaleway_vpc_private_network.shop.id
  delete_additional_resources = false
}

# Over before our table begins.
resource "scaleway_k8s_cluster" "museum" {
  name                        = "museum"
  version                     = "1.24" # flagged
  cni                         = "cilium"
  private_network_id          = scaleway_vpc_private_network.shop.id
  delete_additional_resources = false
}

# Days are left.
resource "scaleway_k8s_cluster" "office" {
  name                        = "office"
  version                     = "1.34" # flagged
  cni                         = "cilium"
  private_network_id          = scaleway_vpc_private_network.shop.id
  delete_additional_resources = false
}

variable "kubernetes" {
  type = string
}

resource "scaleway_k8s_cluster" "untold" {
  name                        = "lab"
  version                     = var.kubernetes # flagged
  cni                         = "cilium"
  private_network_id          = scaleway_vpc_private_network.shop.id
  delete_additional_resources = false
}
