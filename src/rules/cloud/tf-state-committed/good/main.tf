terraform {
  backend "s3" {
    bucket  = "shop-state"
    key     = "shop"
    region  = "eu-west-3"
    encrypt = true
  }
}
