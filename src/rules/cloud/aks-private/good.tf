resource "azurerm_kubernetes_cluster" "shop" {
  name                    = "shop"
  location                = "westeurope"
  private_cluster_enabled = true
}

# Open to everybody, which is another fault: aks-api-ranges.
resource "azurerm_kubernetes_cluster" "open" {
  name     = "open"
  location = "westeurope"
}
