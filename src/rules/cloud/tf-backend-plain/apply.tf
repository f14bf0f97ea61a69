terraform {
  backend "s3" {
    bucket       = "shop-terraform-state"
    key          = "shop/prod.tfstate"
    region       = "eu-west-3"
    encrypt      = true
    kms_key_id   = "arn:aws:kms:eu-west-3:111122223333:alias/terraform-state"
    use_lockfile = true
  }
}
