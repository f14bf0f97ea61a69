locals {
  world = "0.0.0.0/0"
  ports = { ssh = 22, web = 443 }
}

module "store" {
  source = "./modules/store"
  public = var.public
  names  = ["photos", "bills"]
}

resource "aws_security_group" "open" {
  name = "open"

  dynamic "ingress" {
    for_each = local.ports
    content {
      from_port   = ingress.value
      to_port     = ingress.value
      protocol    = "tcp"
      cidr_blocks = [local.world]
    }
  }
}

resource "aws_eks_cluster" "this" {
  name     = "estate"
  version  = var.kubernetes
  role_arn = aws_iam_role.cluster.arn

  vpc_config {
    subnet_ids             = ["subnet-1"]
    endpoint_public_access = var.public
    public_access_cidrs    = var.public ? [local.world] : ["10.0.0.0/8"]
  }
}

resource "aws_iam_role" "cluster" {
  name               = "cluster"
  assume_role_policy = "{}"
}

resource "aws_iam_policy" "all" {
  name = "all"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "*"
      Resource = "*"
    }]
  })
}

resource "kubernetes_deployment" "web" {
  metadata {
    name = "web"
  }
  spec {
    replicas = var.replicas
    selector {
      match_labels = { app = "web" }
    }
    template {
      metadata {
        labels = { app = "web" }
      }
      spec {
        host_network = var.public
        container {
          name  = "web"
          image = "registry.example/web:${var.tag}"
          security_context {
            privileged = true
          }
        }
      }
    }
  }
}

resource "kubernetes_manifest" "rights" {
  manifest = {
    apiVersion = "rbac.authorization.k8s.io/v1"
    kind       = "ClusterRoleBinding"
    metadata   = { name = "everybody" }
    roleRef = {
      apiGroup = "rbac.authorization.k8s.io"
      kind     = "ClusterRole"
      name     = "cluster-admin"
    }
    subjects = [{ kind = "Group", name = "system:authenticated", apiGroup = "rbac.authorization.k8s.io" }]
  }
}
