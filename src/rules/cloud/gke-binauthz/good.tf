resource "google_container_cluster" "shop" {
  name     = "shop"
  location = "europe-west9"

  binary_authorization {
    evaluation_mode = "PROJECT_SINGLETON_POLICY_ENFORCE"
  }
}

# As version 4 of the provider called it.
resource "google_container_cluster" "old" {
  name     = "old"
  location = "europe-west9"

  binary_authorization {
    enabled = true
  }
}

resource "google_container_cluster" "older" {
  name                        = "older"
  location                    = "europe-west9"
  enable_binary_authorization = true
}
