resource "scaleway_k8s_cluster" "shop" {
  name                        = "shop-prod"
  type                        = "kapsule-dedicated-4"
  version                     = "1.36"
  cni                         = "cilium"
  private_network_id          = scaleway_vpc_private_network.shop.id
  delete_additional_resources = false
}

# A product, not production.
resource "scaleway_k8s_cluster" "lab" {
  name                        = "products-lab"
  version                     = "1.36"
  cni                         = "cilium"
  private_network_id          = scaleway_vpc_private_network.shop.id
  delete_additional_resources = false
}
