import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { draftsAt } from '../../../intake/drafts.ts'
import { estateIn, estateOf, writeFiles } from '../../../intake/estate.testing.ts'
import { formatPath } from '../../../model/place.ts'
import type { Scene } from '../../../model/scene.ts'
import { CATALOGUE } from '../../../rules/catalogue.ts'
import { judge, type Charge } from '../../../rules/judge.ts'
import { ARGUMENTS } from './arguments.data.ts'
import { stepFor } from './decisions.ts'
import { draftTerraform } from './draft-terraform.ts'
import { blockLines, hclText } from './hcl-text.ts'

const RULES = join(import.meta.dirname, '..', '..', '..', 'rules', 'cloud')

const exampleOf = (id: string) =>
  ['bad.tf', 'bad'].find((base) => existsSync(join(RULES, id, base))) ?? ''

const chargesOf = (id: string, scene: Scene): readonly Charge[] =>
  judge(
    scene,
    CATALOGUE.filter((rule) => rule.id === id),
  ).filter(({ complaint }) => complaint.sure)

const nameOf = ({ resource, complaint }: Charge) =>
  `${resource.kind}.${resource.name} ${formatPath(complaint.place.path)}`

const topicOf = (id: string) => CATALOGUE.filter((rule) => rule.id === id).map(({ topic }) => topic)

describe('the arguments that have one right value', () => {
  it.each(Object.keys(ARGUMENTS).map((rule) => ({ rule })))(
    'silence $rule wherever they are written',
    ({ rule }) => {
      const asked = { targets: [exampleOf(rule)] }
      const { scene } = estateIn(join(RULES, rule), asked)
      const charges = chargesOf(rule, scene).filter((charge) => stepFor(charge, scene))
      expect(charges).not.toEqual([])
      const written = [...draftTerraform(topicOf(rule), scene).values()]
      const drafts = draftsAt(written, join(RULES, rule))
      const after = estateIn(join(RULES, rule), { ...asked, drafts })
      const left = chargesOf(rule, after.scene).map(nameOf)
      expect(charges.map(nameOf).filter((charge) => left.includes(charge))).toEqual([])
      expect(after.faults).toEqual(estateIn(join(RULES, rule), asked).faults)
    },
  )
})

const template = (ebs: string) => `resource "aws_launch_template" "work" {
  block_device_mappings {
    device_name = "/dev/xvda" # the root
    ebs ${ebs}
  }
  block_device_mappings {
    device_name = "/dev/xvdb"
    ebs {
      encrypted = false
    }
  }
}
resource "aws_eks_node_group" "work" {
  launch_template {
    id = aws_launch_template.work.id
  }
}
`

describe('an override', () => {
  it('copies all blocks of the type that it changes, as the others would be gone', () => {
    const { scene } = estateOf({ 'main.tf': template('{\n      volume_size = 20\n    }') })
    const [draft] = draftTerraform(['node-machines'], scene).values()
    expect(draft?.text).toContain('device_name = "/dev/xvda" # the root')
    expect(draft?.text.match(/encrypted = true/g)).toHaveLength(2)
    expect(draft?.text).not.toContain('encrypted = false')
  })

  it('leaves a block on one line to its owner, as it holds one argument and no more', () => {
    const { scene } = estateOf({ 'main.tf': template('{ volume_size = 20 }') })
    const [draft] = draftTerraform(['node-machines'], scene).values()
    expect(draft?.text.match(/encrypted = true/g)).toHaveLength(1)
  })

  it('has another name where its own is taken', () => {
    const bad = 'resource "google_container_cluster" "a" {\n  enable_legacy_abac = true\n}\n'
    const folder = writeFiles({ 'main.tf': bad, 'portolan_override.tf': bad })
    const files = draftTerraform(topicOf('gke-abac'), estateIn(folder).scene)
    expect([...files.keys()]).toEqual(['portolan_2_override.tf'])
  })

  it('stands in the folder of the module that writes the resource, once for all its calls', () => {
    const { scene } = estateOf({
      'main.tf': 'module "a" {\n  source = "./m"\n}\nmodule "b" {\n  source = "./m"\n}\n',
      'm/main.tf': 'resource "google_container_cluster" "it" {\n  enable_legacy_abac = true\n}\n',
    })
    const files = draftTerraform(topicOf('gke-abac'), scene)
    expect([...files.keys()]).toEqual(['m/portolan_override.tf'])
    expect(files.get('m/portolan_override.tf')?.text).toBe(
      'resource "google_container_cluster" "it" {\n  enable_legacy_abac = false\n}\n',
    )
  })

  it('leaves what is written in JSON to its owner', () => {
    const json = {
      resource: {
        aws_eks_cluster: { a: { name: 'a', vpc_config: [{ subnet_ids: [] }] } },
      },
    }
    const { scene } = estateOf({ 'main.tf.json': JSON.stringify(json) })
    const texts = [...draftTerraform(topicOf('eks-endpoint-private-off'), scene).values()]
    expect(texts.map(({ text }) => text).join('')).not.toContain('vpc_config')
  })
})

describe('HCL', () => {
  it('shows values and blocks as terraform fmt would', () => {
    const block = {
      type: 'resource',
      labels: ['a', 'b'],
      set: { long_name: ['x', 1], it: { expression: 'a.b.id' } },
      blocks: [{ type: 'inner', set: { on: true } }],
    }
    expect(blockLines(block).join('\n')).toBe(
      'resource "a" "b" {\n  long_name = ["x", 1]\n  it        = a.b.id\n\n  inner {\n    on = true\n  }\n}',
    )
  })

  it('works nothing out inside of quotes', () => {
    expect(hclText('a "b" ${c} %{d}')).toBe('"a \\"b\\" $${c} %%{d}"')
  })
})
