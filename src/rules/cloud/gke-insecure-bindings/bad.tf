resource "google_container_cluster" "shop" {
  name     = "shop"
  location = "europe-west9"

  rbac_binding_config {
    enable_insecure_binding_system_unauthenticated = true # flagged
    enable_insecure_binding_system_authenticated   = true # flagged
  }
}

resource "google_container_cluster" "silent" { # flagged
  name     = "silent"
  location = "europe-west9"
}

# One is refused, the other is not spoken of.
resource "google_container_cluster" "half" {
  name     = "half"
  location = "europe-west9"

  rbac_binding_config { # flagged
    enable_insecure_binding_system_unauthenticated = false
  }
}

variable "is_lenient" {
  type = bool
}

resource "google_container_cluster" "untold" {
  name     = "untold"
  location = "europe-west9"

  rbac_binding_config {
    enable_insecure_binding_system_unauthenticated = false
    enable_insecure_binding_system_authenticated   = var.is_lenient # flagged
  }
}
