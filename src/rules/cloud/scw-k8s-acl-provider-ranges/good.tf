resource "scaleway_k8s_cluster" "mesh" {
  name                        = "mesh"
  type                        = "multicloud-dedicated-4"
  version                     = "1.36"
  cni                         = "kilo"
  delete_additional_resources = false
}

# Kosmos needs them.
resource "scaleway_k8s_acl" "mesh" {
  cluster_id = scaleway_k8s_cluster.mesh.id

  acl_rules {
    scaleway_ranges = true
  }
}

resource "scaleway_k8s_acl" "shop" {
  cluster_id = scaleway_k8s_cluster.shop.id

  acl_rules {
    ip          = "198.51.100.0/24"
    description = "the office"
  }
  acl_rules {
    scaleway_ranges = false
    ip              = "203.0.113.7/32"
  }
}

variable "offices" {
  type = list(string)
}

# What the unknown ranges are is told elsewhere.
resource "scaleway_k8s_acl" "office" {
  cluster_id = scaleway_k8s_cluster.office.id

  dynamic "acl_rules" {
    for_each = var.offices
    content {
      ip = acl_rules.value
    }
  }
  acl_rules {
    ip          = "203.0.113.7/32"
    description = "build server"
  }
}
