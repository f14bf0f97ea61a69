terraform { # flagged
  required_providers {
    scaleway = { # flagged
      source = "scaleway/scaleway"
    }
    random = {
      source  = "hashicorp/random"
      version = "~> 3.7"
    }
  }
}

provider "scaleway" {
  region = "fr-par"
}
