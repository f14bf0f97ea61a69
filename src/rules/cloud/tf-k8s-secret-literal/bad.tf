resource "helm_release" "shop" {
  name  = "shop"
  chart = "./shop"

  set {
    name  = "replicas"
    value = "2"
  }
  set_sensitive {
    name  = "auth.rootPassword"
    value = "k7Qz!x93LmVt" # flagged
  }
}

# As version 3 of the provider has it.
resource "helm_release" "queue" {
  name  = "queue"
  chart = "./queue"

  set = [
    { name = "auth.password", value = "k7Qz!x93LmVt" }, # flagged
  ]
}

resource "helm_release" "database" {
  name  = "database"
  chart = "./database"
  values = [
    yamlencode({ auth = { adminPassword = "k7Qz!x93LmVt" } }), # flagged
  ]
}

resource "kubernetes_secret_v1_data" "shop" {
  metadata {
    name = "shop"
  }
  data = {
    password = "k7Qz!x93LmVt" # flagged
  }
}
