import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

// 60 root modules of 22 files and 30 shared modules of 6: 1,500 files.
const ROOTS = 60
const SHARED = 30

/** How many files `writeTerraform` writes. */
export const TERRAFORM_FILES = 1500

/**
 * Writes a repository of Terraform into `folder`, which is made: root modules that each make a cluster with its pools,
 * ranges, database, buckets and firewalls, and call shared modules with variables of their own. Returns `folder`.
 */
export function writeTerraform(folder: string): string {
  for (let index = 0; index < ROOTS; index++) {
    writeModule(join(folder, 'roots', `estate-${index}`), rootFiles(index))
  }
  for (let index = 0; index < SHARED; index++) {
    writeModule(join(folder, 'modules', `part-${index}`), sharedFiles(index))
  }
  return folder
}

function writeModule(folder: string, files: ReadonlyMap<string, string>): void {
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of files) writeFileSync(join(folder, name), text)
}

function rootFiles(index: number): ReadonlyMap<string, string> {
  const files = new Map([
    ['versions.tf', VERSIONS],
    ['variables.tf', variables(['name', 'region', 'network', 'stage'])],
    [
      'locals.tf',
      `locals {\n  full = "\${var.name}-\${var.stage}"\n  tags = ["stage=\${var.stage}"]\n}\n`,
    ],
    ['cluster.tf', cluster('main')],
    ['outputs.tf', 'output "cluster" {\n  value = scaleway_k8s_cluster.main.id\n}\n'],
    [
      'estate.auto.tfvars',
      `name = "estate-${index}"\nregion = "fr-par"\nnetwork = "pn-${index}"\nstage = "prod"\n`,
    ],
  ])
  for (let part = 0; part < 4; part++) {
    files.set(`pool-${part}.tf`, pool(part))
    files.set(`database-${part}.tf`, database(part))
    files.set(`bucket-${part}.tf`, bucket(part))
    files.set(`module-${part}.tf`, call(part, (index + part) % SHARED))
  }
  return files
}

function sharedFiles(index: number): ReadonlyMap<string, string> {
  return new Map([
    ['versions.tf', VERSIONS],
    ['variables.tf', variables(['name', 'cluster', 'ranges'])],
    ['ranges.tf', RANGES],
    ['bucket.tf', bucket(index)],
    ['firewall.tf', FIREWALL],
    ['outputs.tf', `output "bucket" {\n  value = scaleway_object_bucket.store_${index}.name\n}\n`],
  ])
}

const VERSIONS = `terraform {
  required_version = ">= 1.9"
  required_providers {
    scaleway = {
      source  = "scaleway/scaleway"
      version = "~> 2.60"
    }
  }
}
`

const RANGES = `resource "scaleway_k8s_acl" "ranges" {
  cluster_id = var.cluster
  dynamic "acl_rules" {
    for_each = var.ranges
    content {
      ip          = acl_rules.value
      description = "range \${acl_rules.key}"
    }
  }
}
`

const FIREWALL = `resource "scaleway_instance_security_group" "nodes" {
  name                   = "\${var.name}-nodes"
  inbound_default_policy = "drop"
  dynamic "inbound_rule" {
    for_each = { for port in [80, 443, 8443] : tostring(port) => port }
    content {
      action   = "accept"
      port     = inbound_rule.value
      ip_range = "10.0.0.0/8"
    }
  }
}
`

function variables(names: readonly string[]): string {
  return names
    .map((name) => `variable "${name}" {\n  description = "The ${name}."\n  type        = any\n}\n`)
    .join('\n')
}

function cluster(name: string): string {
  return `resource "scaleway_k8s_cluster" "${name}" {
  name                        = local.full
  version                     = "1.36"
  cni                         = "cilium"
  type                        = var.stage == "prod" ? "kapsule-dedicated-4" : "kapsule"
  region                      = var.region
  private_network_id          = var.network
  tags                        = concat(local.tags, ["cluster=\${var.name}"])
  delete_additional_resources = false

  auto_upgrade {
    enable                        = true
    maintenance_window_day        = "sunday"
    maintenance_window_start_hour = 3
  }
}
`
}

function pool(part: number): string {
  return `resource "scaleway_k8s_pool" "pool_${part}" {
  for_each = toset(["a", "b", "c"])

  cluster_id         = scaleway_k8s_cluster.main.id
  name               = "\${local.full}-${part}-\${each.key}"
  node_type          = "PRO2-S"
  size               = ${part + 1}
  autohealing        = true
  public_ip_disabled = true
  tags               = local.tags
}
`
}

function database(part: number): string {
  return `resource "scaleway_rdb_instance" "database_${part}" {
  name               = format("%s-%d", local.full, ${part})
  node_type          = "DB-DEV-S"
  engine             = "PostgreSQL-16"
  is_ha_cluster      = var.stage == "prod"
  encryption_at_rest = true
  disable_backup     = false

  private_network {
    pn_id       = var.network
    enable_ipam = true
  }
}
`
}

function bucket(part: number): string {
  return `resource "scaleway_object_bucket" "store_${part}" {
  name = "\${var.name}-store-${part}"
  versioning {
    enabled = true
  }
}

resource "scaleway_object_bucket_acl" "store_${part}" {
  bucket = scaleway_object_bucket.store_${part}.id
  acl    = "private"
}

resource "scaleway_object_bucket_policy" "store_${part}" {
  bucket = scaleway_object_bucket.store_${part}.name
  policy = jsonencode({
    Version = "2023-04-17"
    Statement = [{
      Effect    = "Allow"
      Action    = ["s3:GetObject"]
      Principal = { SCW = "application_id:\${var.name}" }
      Resource  = ["\${scaleway_object_bucket.store_${part}.name}/*"]
    }]
  })
}
`
}

function call(part: number, shared: number): string {
  return `module "part_${part}" {
  source  = "../../modules/part-${shared}"
  name    = "\${local.full}-${part}"
  cluster = scaleway_k8s_cluster.main.id
  ranges  = ["198.51.100.${part}/32", "203.0.113.${part}/32"]
}
`
}
