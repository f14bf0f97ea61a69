provider "registry.terraform.io/scaleway/scaleway" {
  version     = "2.60.1"
  constraints = "~> 2.60"
  hashes = [
    "h1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
  ]
}
