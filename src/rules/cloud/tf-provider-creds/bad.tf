provider "scaleway" {
  access_key = "SCW0123456789ABCDEFG"
  secret_key = "6f1a3c52-7b0e-4d8f-9a3c-5e2b7d914c60" # flagged
  region     = "fr-par"
}

provider "azurerm" {
  alias         = "shop"
  client_id     = "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9"
  client_secret = "Zq8~f2LmV0pX7rTc4WnB9kYhJ3sDgE6uA1iO" # flagged
  features {}
}

variable "aws_secret" {
  type      = string
  sensitive = true
  default   = "q7Wn3kZp9RbT1xVc5Ms8Yd2Lf6Hj4GaEuNoIiQwX"
}

provider "aws" {
  access_key = "AKIA4EXAMPLEKEY7QZ3X"
  secret_key = var.aws_secret # flagged
}

provider "helm" {
  kubernetes {
    host  = "https://198.51.100.7:6443"
    token = "b7c1f0e9d8a64532b1c0f9e8d7a65432" # flagged
  }
}
