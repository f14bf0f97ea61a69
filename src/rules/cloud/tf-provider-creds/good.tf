# From the environment or a profile.
provider "scaleway" {
  profile = "shop"
  region  = "fr-par"
}

variable "client_secret" {
  type      = string
  sensitive = true
}

provider "azurerm" {
  client_id     = "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9"
  client_secret = var.client_secret
  features {}
}

# The name of a file is no key.
provider "google" {
  credentials = "account.json"
  project     = "shop"
}

# A stand-in of the cloud on the same machine.
provider "aws" {
  access_key                  = "test"
  secret_key                  = "test"
  skip_credentials_validation = true
}

provider "kubernetes" {
  host  = scaleway_k8s_cluster.shop.kubeconfig[0].host
  token = scaleway_k8s_cluster.shop.kubeconfig[0].token
}
