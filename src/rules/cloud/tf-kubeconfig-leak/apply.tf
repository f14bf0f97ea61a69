# Address and certificate open nothing; whoever comes signs in as himself.
output "api_server" {
  value = scaleway_k8s_cluster.shop.apiserver_url
}

output "certificate_authority" {
  value = scaleway_k8s_cluster.shop.kubeconfig[0].cluster_ca_certificate
}

# Where the whole file must be handed on, it is printed on demand only.
output "kubeconfig" {
  value     = scaleway_k8s_cluster.shop.kubeconfig[0].config_file
  sensitive = true
}
