resource "scaleway_lb" "shop" {
  name                    = "shop"
  type                    = "LB-S"
  ip_ids                  = [scaleway_lb_ip.shop.id]
  ssl_compatibility_level = "ssl_compatibility_level_modern"
}

# To the pods in TLS as well, and their certificate is checked.
resource "scaleway_lb_backend" "web" {
  lb_id                    = scaleway_lb.shop.id
  server_ips               = ["172.16.0.10", "172.16.0.11"]
  forward_protocol         = "http"
  forward_port             = 8443
  ssl_bridging             = true
  ignore_ssl_server_verify = false
}

resource "scaleway_lb_frontend" "web" {
  lb_id           = scaleway_lb.shop.id
  backend_id      = scaleway_lb_backend.web.id
  inbound_port    = 443
  certificate_ids = [scaleway_lb_certificate.shop.id]
}
