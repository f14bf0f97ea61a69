resource "scaleway_cockpit_source" "audit" {
  name           = "shop-audit"
  type           = "logs"
  retention_days = 180
}

# Programs log names and addresses too: no longer than declared to those whose they are.
resource "scaleway_cockpit_source" "programs" {
  name           = "shop-programs"
  type           = "logs"
  retention_days = 31
}
