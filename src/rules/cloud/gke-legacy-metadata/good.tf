resource "google_container_node_pool" "work" {
  name    = "work"
  cluster = "shop"

  node_config {
    metadata = {
      disable-legacy-endpoints = "true"
    }
  }
}

resource "google_container_node_pool" "typed" {
  name    = "typed"
  cluster = "shop"

  node_config {
    metadata = {
      disable-legacy-endpoints = true
    }
  }
}

# Closed by Google where nothing is said.
resource "google_container_node_pool" "silent" {
  name    = "silent"
  cluster = "shop"
}
