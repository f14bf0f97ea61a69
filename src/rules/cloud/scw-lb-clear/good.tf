resource "scaleway_lb" "shop" {
  name                    = "shop"
  type                    = "LB-S"
  ssl_compatibility_level = "ssl_compatibility_level_modern"
}

resource "scaleway_lb_backend" "web" {
  lb_id            = scaleway_lb.shop.id
  forward_protocol = "http"
  forward_port     = 8443
  ssl_bridging     = true
}

resource "scaleway_lb_frontend" "web" {
  lb_id           = scaleway_lb.shop.id
  backend_id      = scaleway_lb_backend.web.id
  inbound_port    = 443
  certificate_ids = [scaleway_lb_certificate.shop.id]
}

resource "scaleway_lb_frontend" "moved" {
  lb_id        = scaleway_lb.shop.id
  backend_id   = scaleway_lb_backend.web.id
  inbound_port = 80

  acl {
    action {
      type = "redirect"
      redirect {
        type   = "scheme"
        target = "https"
        code   = 301
      }
    }
    match {
      http_filter       = "path_begin"
      http_filter_value = ["/"]
    }
  }
}

resource "scaleway_lb_frontend" "moved_beside" {
  lb_id         = scaleway_lb.shop.id
  backend_id    = scaleway_lb_backend.web.id
  inbound_port  = 80
  external_acls = true
}

resource "scaleway_lb_acl" "moved" {
  frontend_id = scaleway_lb_frontend.moved_beside.id
  index       = 0

  action {
    type = "redirect"
    redirect {
      type   = "location"
      target = "https://shop.example/"
    }
  }
  match {
    ip_subnet = ["0.0.0.0/0"]
  }
}

# Encrypted further inside.
resource "scaleway_lb_backend" "ingress" {
  lb_id            = scaleway_lb.shop.id
  forward_protocol = "tcp"
  forward_port     = 30443
}

resource "scaleway_lb_frontend" "ingress" {
  lb_id        = scaleway_lb.shop.id
  backend_id   = scaleway_lb_backend.ingress.id
  inbound_port = 443
}

# No way to it from outside.
resource "scaleway_lb" "inside" {
  name               = "inside"
  type               = "LB-S"
  assign_flexible_ip = false
}

resource "scaleway_lb_frontend" "inside" {
  lb_id        = scaleway_lb.inside.id
  backend_id   = scaleway_lb_backend.web.id
  inbound_port = 80
}
