variable "network" {
  type = string
}

resource "scaleway_k8s_cluster" "shop" {
  name                        = "shop"
  version                     = "1.36"
  cni                         = "cilium"
  delete_additional_resources = false
  private_network_id          = scaleway_vpc_private_network.shop.id
}

resource "scaleway_k8s_cluster" "office" {
  name                        = "office"
  version                     = "1.36"
  cni                         = "cilium"
  delete_additional_resources = false
  private_network_id          = var.network
}

# Kosmos takes none.
resource "scaleway_k8s_cluster" "mesh" {
  name                        = "mesh"
  type                        = "multicloud"
  version                     = "1.36"
  cni                         = "kilo"
  delete_additional_resources = false
}
