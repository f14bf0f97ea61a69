resource "scaleway_k8s_acl" "everybody" {
  cluster_id = scaleway_k8s_cluster.shop.id

  acl_rules {
    ip          = "198.51.100.0/24"
    description = "the office"
  }
  acl_rules {
    ip          = "0.0.0.0/0" # flagged
    description = "to be removed after the migration"
  }
}

# Two halves are a whole.
resource "scaleway_k8s_acl" "halves" {
  cluster_id = scaleway_k8s_cluster.office.id

  dynamic "acl_rules" {
    for_each = ["0.0.0.0/1", "128.0.0.0/1"]
    content {
      ip = acl_rules.value # flagged
    }
  }
}

variable "ranges" {
  type = list(string)
}

resource "scaleway_k8s_acl" "untold" {
  cluster_id = scaleway_k8s_cluster.lab.id

  acl_rules {
    ip = var.ranges[0] # flagged
  }
}
