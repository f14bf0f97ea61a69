resource "scaleway_k8s_cluster" "shop" {
  name                        = "shop"
  version                     = "1.36"
  cni                         = "cilium"
  private_network_id          = scaleway_vpc_private_network.shop.id
  delete_additional_resources = false
}

output "kubeconfig" {
  value = scaleway_k8s_cluster.shop.kubeconfig[0].config_file # flagged
}

resource "local_file" "kubeconfig" {
  content  = scaleway_k8s_cluster.shop.kubeconfig[0].config_file # flagged
  filename = "${path.module}/kubeconfig"
}

output "azure" {
  value = { # flagged
    host = azurerm_kubernetes_cluster.shop.kube_config[0].host
    key  = base64decode(azurerm_kubernetes_cluster.shop.kube_config.0.client_key)
  }
}

variable "kubeconfig" {
  type = string
}

resource "local_file" "untold" {
  content  = var.kubeconfig # flagged
  filename = "${path.module}/other"
}
