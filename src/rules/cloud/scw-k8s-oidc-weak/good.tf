resource "scaleway_k8s_cluster" "shop" {
  name                        = "shop"
  version                     = "1.36"
  cni                         = "cilium"
  delete_additional_resources = false

  open_id_connect_config {
    issuer_url      = "https://login.shop.example"
    client_id       = "kubernetes"
    groups_claim    = ["groups"]
    groups_prefix   = "oidc:"
    username_claim  = "email"
    username_prefix = "oidc:"
  }
}

# No groups, and user names that carry the issuer's address.
resource "scaleway_k8s_cluster" "builds" {
  name                        = "builds"
  version                     = "1.36"
  cni                         = "cilium"
  delete_additional_resources = false

  open_id_connect_config {
    issuer_url     = "https://token.actions.githubusercontent.com"
    client_id      = "kubernetes"
    required_claim = ["repository=shop/infrastructure"]
  }
}
