variable "prefix" {
  type = string
}

resource "scaleway_k8s_cluster" "shop" {
  name                        = "shop"
  version                     = "1.36"
  cni                         = "cilium"
  delete_additional_resources = false

  open_id_connect_config { # flagged
    issuer_url      = "https://login.shop.example"
    client_id       = "kubernetes"
    groups_claim    = ["groups"]
    username_prefix = "-" # flagged
  }
}

resource "scaleway_k8s_cluster" "builds" {
  name                        = "builds"
  version                     = "1.36"
  cni                         = "cilium"
  delete_additional_resources = false

  open_id_connect_config { # flagged
    issuer_url = "https://token.actions.githubusercontent.com"
    client_id  = "kubernetes"
  }
}

resource "scaleway_k8s_cluster" "untold" {
  name                        = "lab"
  version                     = "1.36"
  cni                         = "cilium"
  delete_additional_resources = false

  open_id_connect_config {
    issuer_url    = "https://login.shop.example"
    client_id     = "kubernetes"
    groups_claim  = ["groups"]
    groups_prefix = var.prefix # flagged
  }
}
