terraform {
  backend "s3" { # flagged
    bucket = "shop-state"
    key    = "shop"
    region = "eu-west-3"
  }
}

terraform {
  backend "s3" {
    bucket  = "shop-state"
    key     = "shop/network"
    region  = "eu-west-3"
    encrypt = false # flagged
  }
}

# The rest is told to `terraform init`: nobody can tell from here.
terraform {
  backend "s3" {} # flagged
}

terraform {
  backend "local" { # flagged
    path = "state/terraform.tfstate"
  }
}

resource "scaleway_vpc" "shop" {
  name = "shop"
  tags = ["production"]
}
