# The key stands in a profile of the machine, or in SCW_ACCESS_KEY and SCW_SECRET_KEY of the build.
provider "scaleway" {
  profile = "shop"
  region  = "fr-par"
}

# Builds sign in with a token of their own that lasts for minutes.
provider "azurerm" {
  use_oidc = true
  features {}
}
