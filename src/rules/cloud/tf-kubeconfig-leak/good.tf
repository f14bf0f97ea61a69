# Printed on purpose only, with `terraform output kubeconfig`.
output "kubeconfig" {
  value     = scaleway_k8s_cluster.shop.kubeconfig[0].config_file
  sensitive = true
}

# An address and a public certificate open nothing.
output "host" {
  value = scaleway_k8s_cluster.shop.kubeconfig[0].host
}

output "authority" {
  value = azurerm_kubernetes_cluster.shop.kube_config.0.cluster_ca_certificate
}

resource "local_file" "notes" {
  content  = "The cluster is ${scaleway_k8s_cluster.shop.name}."
  filename = "${path.module}/notes.txt"
}

# Says how to sign in instead of holding a key.
resource "local_file" "kubeconfig" {
  content = yamlencode({
    apiVersion = "v1"
    kind       = "Config"
    clusters   = [{ name = "shop", cluster = { server = scaleway_k8s_cluster.shop.apiserver_url } }]
    users      = [{ name = "shop", user = { exec = { command = "scw" } } }]
  })
  filename = "${path.module}/kubeconfig"
}
