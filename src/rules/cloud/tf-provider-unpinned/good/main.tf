terraform {
  required_providers {
    scaleway = {
      source  = "scaleway/scaleway"
      version = "~> 2.60"
    }
    terraform = {
      source = "terraform.io/builtin/terraform"
    }
  }
}

provider "scaleway" {
  region = "fr-par"
}
