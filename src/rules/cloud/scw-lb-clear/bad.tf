resource "scaleway_lb" "shop" {
  name                    = "shop"
  type                    = "LB-S"
  ssl_compatibility_level = "ssl_compatibility_level_old" # flagged
}

resource "scaleway_lb_backend" "web" {
  lb_id                    = scaleway_lb.shop.id
  forward_protocol         = "http"
  forward_port             = 8443
  ssl_bridging             = true
  ignore_ssl_server_verify = true # flagged
}

resource "scaleway_lb_frontend" "plain" {
  lb_id        = scaleway_lb.shop.id
  backend_id   = scaleway_lb_backend.web.id
  inbound_port = 80 # flagged
}

resource "scaleway_lb_frontend" "bare" { # flagged
  lb_id        = scaleway_lb.shop.id
  backend_id   = scaleway_lb_backend.web.id
  inbound_port = 443
}

variable "backend_id" {
  type = string
}

# This backend may hand on TCP that is encrypted already.
resource "scaleway_lb_frontend" "untold" { # flagged
  lb_id        = scaleway_lb.shop.id
  backend_id   = var.backend_id
  inbound_port = 443
}
