resource "aws_security_group_rule" "api" {
  type              = "ingress"
  security_group_id = aws_security_group.control_plane.id
  from_port         = 6443
  to_port           = 6443
  protocol          = "tcp"
  cidr_blocks       = ["198.51.100.0/24"]
}

# All of the machine lies open: that is another rule's.
resource "aws_security_group_rule" "all" {
  type              = "ingress"
  security_group_id = aws_security_group.control_plane.id
  from_port         = 0
  to_port           = 65535
  protocol          = "tcp"
  cidr_blocks       = ["0.0.0.0/0"]
}

# The shop itself is for everybody.
resource "aws_security_group_rule" "shop" {
  type              = "ingress"
  security_group_id = aws_security_group.web.id
  from_port         = 443
  to_port           = 443
  protocol          = "tcp"
  cidr_blocks       = ["0.0.0.0/0"]
}
