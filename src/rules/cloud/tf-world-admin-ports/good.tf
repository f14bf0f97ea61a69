resource "aws_security_group" "web" {
  name = "web"

  # The shop itself is for everybody.
  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
  # Pings open nothing.
  ingress {
    from_port   = -1
    to_port     = -1
    protocol    = "icmp"
    cidr_blocks = ["0.0.0.0/0"]
  }
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["198.51.100.0/24"]
  }
  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group_rule" "within" {
  type              = "ingress"
  security_group_id = aws_security_group.web.id
  from_port         = 0
  to_port           = 65535
  protocol          = "tcp"
  cidr_blocks       = [aws_vpc.shop.cidr_block]
}

resource "aws_vpc_security_group_ingress_rule" "control_plane" {
  security_group_id            = aws_security_group.web.id
  ip_protocol                  = "-1"
  referenced_security_group_id = aws_security_group.control_plane.id
}

resource "google_compute_firewall" "away" {
  name               = "away"
  network            = google_compute_network.shop.id
  direction          = "EGRESS"
  destination_ranges = ["0.0.0.0/0"]
  allow {
    protocol = "all"
  }
}

resource "google_compute_firewall" "tagged" {
  name        = "tagged"
  network     = google_compute_network.shop.id
  source_tags = ["bastion"]
  allow {
    protocol = "tcp"
    ports    = ["22"]
  }
}

resource "azurerm_network_security_group" "shop" {
  name = "shop"

  security_rule {
    name                       = "nobody"
    direction                  = "Inbound"
    access                     = "Deny"
    priority                   = 100
    protocol                   = "*"
    source_port_range          = "*"
    destination_port_range     = "*"
    source_address_prefix      = "*"
    destination_address_prefix = "*"
  }
}

resource "scaleway_instance_security_group" "pool" {
  inbound_default_policy = "drop"

  inbound_rule {
    action = "accept"
    port   = 443
  }
  # Datagrams to the port of SSH reach nobody.
  inbound_rule {
    action   = "accept"
    protocol = "UDP"
    port     = 22
  }
}

# However long the address is, it is one.
resource "aws_vpc_security_group_ingress_rule" "me" {
  security_group_id = aws_security_group.web.id
  ip_protocol       = "tcp"
  from_port         = 22
  to_port           = 22
  cidr_ipv4         = "${chomp(data.http.me.response_body)}/32"
}

# The API server asks who comes: that is another rule's.
resource "aws_vpc_security_group_ingress_rule" "api" {
  security_group_id = aws_security_group.web.id
  ip_protocol       = "tcp"
  from_port         = 6443
  to_port           = 6443
  cidr_ipv4         = "0.0.0.0/0"
}
