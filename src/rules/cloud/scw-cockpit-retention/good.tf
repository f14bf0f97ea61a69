resource "scaleway_cockpit_source" "audit" {
  name           = "cluster-audit"
  type           = "logs"
  retention_days = 180
}

# Nothing declares for how long personal data may be kept.
resource "scaleway_cockpit_source" "programs" {
  name           = "programs"
  type           = "logs"
  retention_days = 31
}

resource "scaleway_cockpit_source" "numbers" {
  name           = "audit-numbers"
  type           = "metrics"
  retention_days = 31
}
