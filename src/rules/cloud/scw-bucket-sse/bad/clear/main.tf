resource "scaleway_object_bucket" "orders" { # flagged
  name = "clear-orders"
}

# A module that nobody read gets its name, and may encrypt it.
resource "scaleway_object_bucket" "handed" { # flagged
  name = "clear-handed"
}

module "encryption" {
  source  = "registry.example/shop/encryption/scaleway"
  version = "1.0.0"

  bucket = scaleway_object_bucket.handed.name
}
