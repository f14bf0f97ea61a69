resource "aws_security_group_rule" "api" {
  type              = "ingress"
  security_group_id = aws_security_group.control_plane.id
  from_port         = 6443
  to_port           = 6443
  protocol          = "tcp"
  cidr_blocks       = ["0.0.0.0/0"] # flagged
}

# Two halves are a whole.
resource "google_compute_firewall" "api" {
  name          = "api"
  network       = google_compute_network.shop.id
  source_ranges = ["0.0.0.0/1", "128.0.0.0/1"] # flagged
  allow {
    protocol = "tcp"
    ports    = ["443", "6443"]
  }
}

variable "offices" {
  type = list(string)
}

resource "aws_security_group_rule" "untold" {
  type              = "ingress"
  security_group_id = aws_security_group.control_plane.id
  from_port         = 6443
  to_port           = 6443
  protocol          = "tcp"
  cidr_blocks       = var.offices # flagged
}
