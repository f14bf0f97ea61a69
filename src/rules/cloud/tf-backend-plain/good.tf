terraform {
  backend "s3" {
    bucket  = "shop-state"
    key     = "shop"
    region  = "eu-west-3"
    encrypt = true
  }
}

# The rest comes from the command line, but this is decided.
terraform {
  backend "s3" {
    encrypt = true
  }
}

# A playground may keep its state beside it.
terraform {
  backend "local" {}
}

resource "scaleway_vpc" "try" {
  name = "try"
  tags = ["sandbox"]
}
