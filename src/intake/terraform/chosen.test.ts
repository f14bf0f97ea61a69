import { describe, expect, it } from 'vitest'
import { coverageIn, estateOf, faultsIn, type Asked } from '../estate.testing.ts'

const MODULE = `variable "zone" { default = "fr-par-1" }
variable "open" {}
resource "scaleway_instance_server" "a" {
  zone = var.zone
  tags = [var.open]
}
`

describe('files of variables that were chosen', () => {
  const files = {
    'main.tf': MODULE,
    'terraform.tfvars': 'zone = "fr-par-2"\n',
    'prod.tfvars': 'zone = "nl-ams-1"\nopen = "yes"\n',
    'more.tfvars.json': '{"zone": "pl-waw-1"}',
    'other/main.tf': 'variable "alone" {}\n',
  }

  it.each([
    { name: 'nothing', variableFiles: [], zone: 'fr-par-2', open: '${var.open}' },
    { name: 'one', variableFiles: ['prod.tfvars'], zone: 'nl-ams-1', open: 'yes' },
    {
      name: 'two',
      variableFiles: ['prod.tfvars', 'more.tfvars.json'],
      zone: 'pl-waw-1',
      open: 'yes',
    },
  ])('have the last word: $name', ({ variableFiles, zone, open }) => {
    const [server] = serversOf({ variableFiles })
    expect(server?.value).toMatchObject({ zone, tags: [open] })
  })

  it('are named for the modules whose variables they give', () => {
    const { coverage } = estateOf(files, { variableFiles: ['prod.tfvars'] })
    expect(coverage.find(({ what }) => what === 'modules')?.names).toEqual([
      '. with terraform.tfvars, prod.tfvars',
    ])
  })

  it.each([
    { name: 'missing', file: 'absent.tfvars', fault: 'INTAKE_UNREADABLE absent.tfvars' },
    { name: 'broken', file: 'broken.tfvars', fault: 'INTAKE_HCL broken.tfvars:1:7' },
  ])('leave the modules unexamined when they are $name', ({ file, fault }) => {
    const estate = estateOf({ ...files, 'broken.tfvars': 'zone =\n' }, { variableFiles: [file] })
    expect(faultsIn(estate)).toEqual([fault])
    expect(coverageIn(estate)).toContain('modules 2/3')
  })

  function serversOf(asked: Asked) {
    return estateOf(files, asked).scene.resources.filter(({ kind }) => kind.includes('server'))
  }
})

describe('modules beside what was named', () => {
  const files = {
    '.git/HEAD': '',
    'main.tf': MODULE,
    'live/prod/main.tf': 'module "all" {\n  source = "../../"\n  open = "x"\n}\n',
    'live/far/main.tf': 'module "far" {\n  source = "../../../"\n}\n',
  }

  it('are read when they are called, also by a source that ends in a slash', () => {
    const { scene, faults } = estateOf(files, { targets: ['live/prod'] })
    expect(faults).toEqual([])
    const servers = scene.resources.filter(({ kind }) => kind === 'scaleway_instance_server')
    expect(servers.map(({ document }) => document.source.file)).toEqual(['main.tf'])
    expect(servers[0]?.value).toMatchObject({ tags: ['x'] })
  })

  it('are not read outside of the repository', () => {
    expect(faultsIn(estateOf(files, { targets: ['live/far'] }))).toEqual([
      'INTAKE_MODULE live/far/main.tf:2:3',
    ])
  })
})
