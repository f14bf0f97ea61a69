resource "aws_vpc_security_group_ingress_rule" "ssh" {
  security_group_id = aws_security_group.nodes.id
  description       = "administrators, from the office"
  ip_protocol       = "tcp"
  from_port         = 22
  to_port           = 22
  cidr_ipv4         = "198.51.100.0/24"
}

resource "google_compute_firewall" "ssh" {
  name          = "ssh-from-office"
  network       = google_compute_network.shop.id
  direction     = "INGRESS"
  source_ranges = ["198.51.100.0/24"]

  allow {
    protocol = "tcp"
    ports    = ["22"]
  }
}
