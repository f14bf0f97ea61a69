resource "scaleway_k8s_cluster" "shop" { # flagged
  name                        = "shop"
  version                     = "1.36.2"
  cni                         = "cilium"
  private_network_id          = scaleway_vpc_private_network.shop.id
  delete_additional_resources = false
}

resource "scaleway_k8s_cluster" "office" {
  name                        = "office"
  version                     = "1.36.2"
  cni                         = "cilium"
  private_network_id          = scaleway_vpc_private_network.shop.id
  delete_additional_resources = false

  auto_upgrade {
    enable                        = false # flagged
    maintenance_window_day        = "sunday"
    maintenance_window_start_hour = 3
  }
}

variable "is_upgraded" {
  type = bool
}

resource "scaleway_k8s_cluster" "untold" {
  name                        = "lab"
  version                     = "1.36"
  cni                         = "cilium"
  private_network_id          = scaleway_vpc_private_network.shop.id
  delete_additional_resources = false

  auto_upgrade {
    enable = var.is_upgraded # flagged
  }
}
