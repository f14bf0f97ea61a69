terraform {
  required_providers {
    helm = { # flagged
      source = "hashicorp/helm"
    }
  }
}
