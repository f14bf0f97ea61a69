resource "google_container_cluster" "shop" {
  name     = "shop"
  location = "europe-west9"

  rbac_binding_config {
    enable_insecure_binding_system_unauthenticated = false
    enable_insecure_binding_system_authenticated   = false
  }
}
