resource "google_container_node_pool" "work" {
  name    = "work"
  cluster = "shop"

  node_config {
    image_type = "cos_containerd"
  }
}

resource "google_container_node_pool" "windows" {
  name    = "windows"
  cluster = "shop"

  node_config {
    image_type = "WINDOWS_LTSC_CONTAINERD"
  }
}

resource "google_container_node_pool" "silent" {
  name    = "silent"
  cluster = "shop"
}
