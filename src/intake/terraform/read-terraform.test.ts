import { describe, expect, it } from 'vitest'
import { deciderOf, spotOf, type Place } from '../../model/place.ts'
import { coverageIn, estateOf, faultsIn, writeFiles, estateIn } from '../estate.testing.ts'
import { answer, objectIn, objectsOf } from './terraform.testing.ts'

const CLUSTER = 'scaleway_k8s_cluster'

describe('a Terraform module', () => {
  it('makes an object of each resource, with its arguments and blocks as written', () => {
    const cluster = objectIn(
      {
        'main.tf': `variable "zone" {}
resource "${CLUSTER}" "prod" {
  version = "1.34"
  zone    = var.zone
  kind    = "odd"
  tags    = ["a"]
  auto_upgrade {
    enable = true
  }
}
`,
      },
      CLUSTER,
      'prod',
    )
    expect(cluster.value).toEqual({
      apiVersion: 'terraform',
      kind: CLUSTER,
      metadata: { name: 'prod' },
      version: '1.34',
      zone: '${var.zone}',
      argument_kind: 'odd',
      tags: ['a'],
      auto_upgrade: [{ enable: true }],
    })
    expect(cluster.namespace).toBeUndefined()
    expect(cluster.get('zone')?.resolved).toBe(false)
    expect(cluster.get('auto_upgrade', 0, 'enable')).toMatchObject({ value: true, resolved: true })
  })

  it('counts instances, and takes those nobody can count for one', () => {
    const text = `variable "open" {}
resource "a" "two" { count = 2 }
resource "a" "none" { count = 0 }
resource "a" "keyed" { for_each = toset(["x", "y"]) }
resource "a" "some" { for_each = var.open }
`
    expect(objectsOf({ 'main.tf': text })).toEqual([
      'a two[0]',
      'a two[1]',
      'a keyed["x"]',
      'a keyed["y"]',
      'a some[*]',
    ])
  })

  it('follows calls of local modules and their outputs', () => {
    const files = {
      'main.tf': `module "net" {
  source = "./net/"
  range  = "10.0.0.0/8"
}
resource "b" "user" {
  range = module.net.range
  vpc   = module.net.id
}
`,
      'net/main.tf': `variable "range" { type = string }
resource "a_vpc" "main" { cidr = var.range }
output "id" { value = a_vpc.main.id }
output "range" { value = a_vpc.main.cidr }
`,
    }
    expect(objectIn(files, 'a_vpc', 'module.net.main').get('cidr')?.value).toBe('10.0.0.0/8')
    expect(objectIn(files, 'b', 'user').value).toMatchObject({
      range: '10.0.0.0/8',
      vpc: '${module.net.a_vpc.main.id}',
    })
  })

  it('expands dynamic blocks, and does not guess those that depend on the unknown', () => {
    const text = `variable "open" {}
resource "a" "it" {
  dynamic "rule" {
    for_each = [80, 443]
    iterator = port
    content {
      port = port.value
    }
  }
  dynamic "other" {
    for_each = var.open
    content {}
  }
  dynamic "none" {
    for_each = []
    content {}
  }
}
`
    const made = objectIn({ 'main.tf': text }, 'a', 'it')
    expect(made.value).toMatchObject({ rule: [{ port: 80 }, { port: 443 }], other: '${var.open}' })
    expect(made.get('other')?.resolved).toBe(false)
    expect(made.get('none')).toBeUndefined()
  })

  it('takes variables from files in Terraform’s order', () => {
    const files = {
      'main.tf': 'variable "a" { default = 1 }\nresource "r" "r" { a = var.a }\n',
      'terraform.tfvars': 'a = 2\n',
      'z.auto.tfvars': 'a = 4\n',
      'b.auto.tfvars.json': '{"a": 3}',
      'prod.tfvars': 'a = 5\n',
    }
    expect(objectIn(files, 'r', 'r').get('a')?.value).toBe(4)
  })

  it('lets override files and OpenTofu’s have the last word', () => {
    const files = {
      'main.tf': 'resource "r" "r" {\n  a = 1\n  b = 1\n  c {\n  }\n}\n',
      'x_override.tf': 'resource "r" "r" {\n  a = 2\n}\n',
      'other.tf': 'resource "r" "old" {}\n',
      'other.tofu': 'resource "r" "new" {}\n',
    }
    expect(objectIn(files, 'r', 'r').value).toMatchObject({ a: 2, b: 1, c: [{}] })
    expect(objectsOf(files)).toEqual(['r r', 'r new'])
  })

  it('reads the JSON syntax', () => {
    const files = {
      'main.tf.json': JSON.stringify({
        '//': 'a comment',
        variable: { a: { default: [1, 2] } },
        locals: { b: '${var.a[1]}' },
        resource: {
          r: { one: { b: '${local.b}', c: 'x-${r.two["k"].id}' }, two: { for_each: ['k'] } },
        },
      }),
    }
    expect(objectIn(files, 'r', 'one').value).toMatchObject({ b: 2, c: 'x-${r.two["k"].id}' })
  })

  it('reads files of the scanned folder only', () => {
    const folder = writeFiles({
      'secret.txt': 'outside',
      'in/main.tf': `output "a" { value = file("\${path.module}/a.txt") }
output "b" { value = file("../secret.txt") }
output "c" { value = templatefile("t.tpl", { x = [1, 2] }) }
`,
      'in/a.txt': 'inside',
      'in/t.tpl': 'x:\n%{ for i in x ~}\n- ${i}\n%{ endfor ~}\n',
    })
    const { scene } = estateIn(folder, { targets: ['in'] })
    const values = scene.resources.map((resource) => resource.get('value')?.value)
    expect(values).toEqual(['inside', '${file("…")}', 'x:\n- 1\n- 2\n'])
  })

  it('never shows what is sensitive', () => {
    const files = {
      'main.tf': `variable "password" {
  default   = "hunter2"
  sensitive = true
}
locals { url = "db://root:\${var.password}@host" }
resource "r" "r" { url = local.url }
`,
    }
    const { scene, faults } = estateOf(files)
    expect(JSON.stringify([scene.resources.map(({ value }) => value), faults])).not.toContain(
      'hunter2',
    )
    expect(objectIn(files, 'r', 'r').get('url')?.value).toBe('db://root:${var.password}@host')
  })

  it.each([
    {
      name: 'locals',
      text: 'locals {\n  a = local.b\n  b = local.a\n}\noutput "o" { value = local.a }\n',
    },
    { name: 'resources', text: 'resource "r" "a" { x = r.b.x }\nresource "r" "b" { x = r.a.x }\n' },
    {
      name: 'counts',
      text: 'resource "r" "a" { count = length(r.b) }\nresource "r" "b" { count = length(r.a) }\n',
    },
  ])('tells of a circle of $name', ({ text }) => {
    const { faults } = estateOf({ 'main.tf': text })
    expect(faults.map(({ code }) => code)).toContain('INTAKE_HCL')
  })

  it('names the modules it did not read', () => {
    const estate = estateOf({
      'main.tf': `module "vpc" {
  source  = "terraform-aws-modules/vpc/aws"
}
module "gone" {
  source = "./gone"
}
module "secret" {
  source = "git::https://user:hunter2@example.com/x.git"
}
`,
    })
    expect(faultsIn(estate)).toEqual([
      'INTAKE_MODULE main.tf:2:3',
      'INTAKE_MODULE main.tf:5:3',
      'INTAKE_MODULE main.tf:8:3',
    ])
    expect(coverageIn(estate)).toBe('files 1/1, documents 0/0, objects 3/3, modules 1/4')
    expect(JSON.stringify(estate.faults)).not.toContain('hunter2')
  })

  it('makes Kubernetes objects of what the Kubernetes providers make', () => {
    const deployment = objectIn(
      {
        'main.tf': `resource "kubernetes_deployment_v1" "web" {
  metadata {
    name      = "web"
    namespace = "shop"
    labels    = { app_name = "web" }
  }
  spec {
    selector {
      match_labels = { app_name = "web" }
    }
    template {
      metadata {
        labels = { app_name = "web" }
      }
      spec {
        host_pid = true
        container {
          name  = "web"
          image = "nginx:\${var.tag}"
          port {
            container_port = 80
          }
          liveness_probe {
            http_get {
              port = 80
            }
          }
          security_context {
            run_as_non_root = true
            capabilities {
              drop = ["ALL"]
            }
          }
        }
      }
    }
  }
}
variable "tag" {}
`,
      },
      'Deployment',
      'web',
    )
    expect(deployment.value).toEqual({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'web', namespace: 'shop', labels: { app_name: 'web' } },
      spec: {
        selector: { matchLabels: { app_name: 'web' } },
        template: {
          metadata: { labels: { app_name: 'web' } },
          spec: {
            hostPID: true,
            containers: [
              {
                name: 'web',
                image: 'nginx:${var.tag}',
                ports: [{ containerPort: 80 }],
                livenessProbe: { httpGet: { port: 80 } },
                securityContext: { runAsNonRoot: true, capabilities: { drop: ['ALL'] } },
              },
            ],
          },
        },
      },
    })
  })

  it('reads manifests that stand in Terraform', () => {
    const text = `resource "kubernetes_manifest" "a" {
  manifest = {
    apiVersion = "v1"
    kind       = "ConfigMap"
    metadata   = { name = "a" }
  }
}
resource "kubectl_manifest" "b" {
  yaml_body = <<-EOT
    apiVersion: v1
    kind: ConfigMap
    metadata:
      name: b-\${var.x}
  EOT
}
resource "kubernetes_secret" "c" {
  metadata {
    name = "c"
  }
  data = { a_b = "c" }
}
variable "x" {}
`
    expect(objectsOf({ 'main.tf': text })).toEqual([
      'ConfigMap a',
      'ConfigMap b-${var.x}',
      'Secret c',
    ])
    expect(objectIn({ 'main.tf': text }, 'Secret', 'c').value).toMatchObject({
      stringData: { a_b: 'c' },
    })
  })

  it('shows each value at its line, and the line that decided it', () => {
    const files = {
      'main.tf': `resource "r" "r" {
  plain = "x"
  given = var.given
  inner = local.all.deep
  block {
    list = [1, 2]
  }
  joined = "a-\${var.given}"
}
locals {
  all = {
    deep = "d"
  }
}
variable "given" {}
`,
      'terraform.tfvars': '\ngiven = "g"\n',
    }
    const made = objectIn(files, 'r', 'r')
    expect(linesOf(made.at('plain'))).toBe('main.tf:2')
    expect(linesOf(made.at('given'))).toBe('main.tf:3 by terraform.tfvars:2')
    expect(linesOf(made.at('inner'))).toBe('main.tf:4 by main.tf:12')
    expect(linesOf(made.at('block', 0, 'list', 1))).toBe('main.tf:6')
    expect(linesOf(made.at('joined'))).toBe('main.tf:8 by terraform.tfvars:2')
    expect(linesOf(made.at())).toBe('main.tf:1')
  })
})

function linesOf(place: Place): string {
  const spot = spotOf(place)
  const decider = deciderOf(place)
  const by = decider === undefined ? '' : ` by ${decider.file}:${decider.line}`
  return `${spot.file}:${spot.line}${by}`
}

describe('hostile Terraform', () => {
  const doubled = Array.from({ length: 60 }, (_, n) => `  l${n + 1} = [local.l${n}, local.l${n}]`)
  const chained = Array.from({ length: 20_000 }, (_, n) => `  c${n} = local.c${n + 1}`)

  it.each([
    {
      name: 'arguments without end',
      text: `locals {\n${Array.from({ length: 200_000 }, (_, n) => `  a${n} = 1`).join('\n')}\n  a0 = 2\n}\n`,
    },
    { name: 'a million instances', text: 'resource "r" "r" { count = 1000000 }\n' },
    {
      name: 'instances of instances',
      text: 'resource "r" "r" { for_each = toset(flatten([for a in range(1024) : [for b in range(1024) : "${a}.${b}"]])) }\n',
    },
    {
      name: 'a product of products',
      text: 'locals {\n  r = range(1024)\n  p = setproduct(local.r, local.r, local.r)\n}\noutput "o" { value = local.p }\n',
    },
    {
      name: 'doubled lists',
      text: `locals {\n  l0 = ["x"]\n${doubled.join('\n')}\n}\noutput "o" { value = jsonencode(local.l60) }\n`,
    },
    {
      name: 'a long chain of locals',
      text: `locals {\n${chained.join('\n')}\n}\noutput "o" { value = local.c0 }\n`,
    },
    {
      name: 'a text that doubles',
      text: `locals {\n  t0 = "xxxxxxxxxx"\n${Array.from({ length: 60 }, (_, n) => `  t${n + 1} = "\${local.t${n}}\${local.t${n}}"`).join('\n')}\n}\noutput "o" { value = local.t60 }\n`,
    },
    {
      name: 'nested loops',
      text: 'locals { r = range(1024) }\noutput "o" { value = [for a in local.r : [for b in local.r : [for c in local.r : c]]] }\n',
    },
  ])('is ended: $name', { timeout: 20_000 }, ({ text }) => {
    const started = performance.now()
    const { faults } = estateOf({ 'main.tf': text })
    expect(performance.now() - started).toBeLessThan(10_000)
    expect(faults.length + Number(text.includes('t60'))).toBeGreaterThan(0)
  })

  it('ends modules that call themselves or each other', () => {
    const estate = estateOf({
      'a/main.tf': 'module "b" { source = "../b" }\n',
      'b/main.tf': 'module "a" { source = "../a" }\n',
      'c/main.tf': 'module "c" { source = "./" }\n',
    })
    expect(new Set(estate.faults.map(({ code }) => code))).toEqual(new Set(['INTAKE_MODULE']))
  })

  it('ends modules that multiply', { timeout: 20_000 }, () => {
    const levels = Array.from({ length: 30 }, (_, n) => [
      `m${n}/main.tf`,
      `module "a" { source = "../m${n + 1}" }\nmodule "b" { source = "../m${n + 1}" }\n`,
    ])
    const { faults } = estateOf(Object.fromEntries(levels))
    expect(faults.map(({ code }) => code)).toContain('INTAKE_TOO_MANY')
  })

  it('takes names of JavaScript for names', () => {
    expect(answer('{ __proto__ = 1, constructor = 2 }.constructor')).toBe(2)
    expect(answer('var.__proto__')).toBe('${var.__proto__}')
  })
})
