resource "aws_security_group" "node" {
  name = "node"

  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # flagged
  }
  ingress {
    from_port        = 1024
    to_port          = 65535
    protocol         = "tcp"
    cidr_blocks      = ["10.0.0.0/8"]
    ipv6_cidr_blocks = ["::/0"] # flagged
  }
}

# Two halves are a whole.
resource "aws_security_group_rule" "kubelet" {
  type              = "ingress"
  security_group_id = aws_security_group.node.id
  from_port         = 10250
  to_port           = 10250
  protocol          = "tcp"
  cidr_blocks       = ["0.0.0.0/1", "128.0.0.0/1"] # flagged
}

resource "aws_vpc_security_group_ingress_rule" "all" {
  security_group_id = aws_security_group.node.id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0" # flagged
}

resource "google_compute_firewall" "node_ports" {
  name          = "node-ports"
  network       = google_compute_network.shop.id
  source_ranges = ["0.0.0.0/0"] # flagged
  allow {
    protocol = "tcp"
    ports    = ["443", "30000-32767"]
  }
}

resource "azurerm_network_security_rule" "desktop" {
  name                       = "desktop"
  direction                  = "Inbound"
  access                     = "Allow"
  priority                   = 100
  protocol                   = "*"
  source_port_range          = "*"
  destination_port_ranges    = ["443", "3389"]
  source_address_prefix      = "Internet" # flagged
  destination_address_prefix = "*"
}

resource "scaleway_instance_security_group" "pool" {
  inbound_default_policy = "drop"

  inbound_rule { # flagged
    action = "accept"
    port   = 22
  }
  inbound_rule {
    action   = "accept"
    port     = 2379
    ip_range = "0.0.0.0/0" # flagged
  }
}

variable "offices" {
  type = list(string)
}

resource "aws_security_group_rule" "untold" {
  type              = "ingress"
  security_group_id = aws_security_group.node.id
  from_port         = 22
  to_port           = 22
  protocol          = "tcp"
  cidr_blocks       = var.offices # flagged
}
