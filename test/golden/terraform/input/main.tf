variable "shares_pid" {
  type    = bool
  default = false
}

module "vpc" {
  source = "terraform-aws-modules/vpc/aws"
}

resource "scaleway_k8s_cluster" "prod" {
  name    = "prod"
  version = "1.36"
}

resource "kubernetes_pod_v1" "probe" {
  metadata {
    name = "probe"
  }
  spec {
    host_pid = var.shares_pid
    host_ipc = var.unheard_of
    container {
      name  = "probe"
      image = "registry.example/probe:1.4.2"
    }
  }
}
