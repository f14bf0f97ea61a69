resource "scaleway_cockpit_source" "audit" {
  name           = "cluster-audit"
  type           = "logs"
  retention_days = 31 # flagged
}

variable "days" {
  type = number
}

resource "scaleway_cockpit_source" "untold" {
  name           = "audit-lab"
  type           = "logs"
  retention_days = var.days # flagged
}

# Longer than the shop keeps personal data: do its logs hold some?
resource "scaleway_cockpit_source" "programs" {
  name           = "programs"
  type           = "logs"
  retention_days = 365 # flagged
}
