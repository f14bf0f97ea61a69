provider "scaleway" {
  region = "fr-par"
}

resource "scaleway_k8s_cluster" "clinic" {
  name                        = "clinic"
  tags                        = ["data-class=health"]
  type                        = "kapsule-dedicated-8"
  version                     = "1.36"
  cni                         = "cilium"
  private_network_id          = scaleway_vpc_private_network.clinic.id
  delete_additional_resources = false
}

resource "scaleway_lb" "front" {
  name = "front"
  type = "LB-S"
  zone = "fr-par-2"
}

# Declared to hold none.
resource "scaleway_object_bucket" "pictures" {
  name   = "pictures"
  region = "nl-ams"

  tags = {
    data-class = "none"
  }
}
