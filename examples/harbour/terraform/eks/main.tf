terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }

  backend "s3" {
    bucket  = "harbour-state"
    key     = "eks/terraform.tfstate"
    region  = "eu-west-3"
    encrypt = true
  }
}

locals {
  office = ["198.51.100.0/24"]
}

resource "aws_kms_key" "secrets" {
  description         = "Secrets of the harbour"
  enable_key_rotation = true
}

resource "aws_eks_cluster" "harbour" {
  name     = "harbour"
  role_arn = aws_iam_role.cluster.arn
  version  = "1.34"

  enabled_cluster_log_types = ["api", "audit"]

  encryption_config {
    resources = ["secrets"]
    provider {
      key_arn = aws_kms_key.secrets.arn
    }
  }

  vpc_config {
    subnet_ids              = var.subnet_ids
    endpoint_private_access = true
    endpoint_public_access  = true
    public_access_cidrs     = concat(local.office, var.partners)
  }
}

resource "aws_iam_role" "cluster" {
  name = "harbour-cluster"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "eks.amazonaws.com" }
    }]
  })
}

resource "aws_security_group" "nodes" {
  name   = "harbour-nodes"
  vpc_id = var.vpc_id

  dynamic "ingress" {
    for_each = var.open_ports
    content {
      description = "Everybody, on purpose"
      from_port   = ingress.value
      to_port     = ingress.value
      protocol    = "tcp"
      cidr_blocks = ["0.0.0.0/0"]
    }
  }
}

resource "aws_ecr_repository" "harbour" {
  name                 = "harbour"
  image_tag_mutability = "MUTABLE"

  image_scanning_configuration {
    scan_on_push = true
  }
}
