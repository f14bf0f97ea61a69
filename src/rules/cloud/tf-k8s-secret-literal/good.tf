variable "root_password" {
  type      = string
  sensitive = true
}

resource "helm_release" "shop" {
  name  = "shop"
  chart = "./shop"

  set_sensitive {
    name  = "auth.rootPassword"
    value = var.root_password
  }
  # The name of a Secret is no secret.
  set {
    name  = "auth.existingSecret"
    value = "shop-credentials"
  }
  values = [
    yamlencode({ auth = { passwordLength = 32 } }),
  ]
}

resource "kubernetes_secret_v1_data" "shop" {
  metadata {
    name = "shop"
  }
  data = {
    password = random_password.shop.result
    username = "shop"
  }
}
