resource "scaleway_k8s_cluster" "clinic" {
  name                        = "clinic"
  region                      = "fr-par"
  tags                        = ["data-class=health"]
  type                        = "kapsule-dedicated-8"
  version                     = "1.36"
  cni                         = "cilium"
  private_network_id          = scaleway_vpc_private_network.clinic.id
  delete_additional_resources = false
}
