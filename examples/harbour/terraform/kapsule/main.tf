terraform {
  required_version = ">= 1.9"
  required_providers {
    scaleway = {
      source  = "scaleway/scaleway"
      version = "~> 2.60"
    }
  }
}

provider "scaleway" {
  region = var.region
  zone   = "${var.region}-1"
}

resource "scaleway_vpc_private_network" "harbour" {
  name = "harbour"
}

resource "scaleway_k8s_cluster" "harbour" {
  name                        = "harbour-${var.environment}"
  version                     = "1.33"
  cni                         = "cilium"
  private_network_id          = scaleway_vpc_private_network.harbour.id
  delete_additional_resources = true
  tags                        = [var.environment]

  auto_upgrade {
    enable                        = true
    maintenance_window_day        = "sunday"
    maintenance_window_start_hour = 3
  }
}

# The API answers everybody: there is no scaleway_k8s_acl.

resource "scaleway_k8s_pool" "workers" {
  for_each = var.pools

  cluster_id         = scaleway_k8s_cluster.harbour.id
  name               = each.key
  node_type          = each.value.type
  size               = each.value.size
  autohealing        = true
  public_ip_disabled = each.value.private
}

resource "scaleway_registry_namespace" "harbour" {
  name      = "harbour"
  is_public = false
}

resource "scaleway_object_bucket" "backups" {
  name = "harbour-backups-${var.environment}"

  versioning {
    enabled = true
  }
}

module "orders" {
  source = "./modules/database"

  name               = "orders"
  private_network_id = scaleway_vpc_private_network.harbour.id
  password           = var.orders_password
}
