resource "azurerm_kubernetes_cluster" "shop" {
  name     = "shop"
  location = "westeurope"

  network_profile {
    network_plugin      = "azure"
    network_plugin_mode = "overlay"
    network_data_plane  = "cilium"
    network_policy      = "cilium"
  }
}

resource "azurerm_kubernetes_cluster" "calico" {
  name     = "calico"
  location = "westeurope"

  network_profile {
    network_plugin = "kubenet"
    network_policy = "calico"
  }
}
