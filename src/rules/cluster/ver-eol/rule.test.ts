import { expect, it } from 'vitest'
import { readYaml } from '../../../intake/yaml/read-yaml.ts'
import type { Offering } from '../../../model/offering.ts'
import { resourceOf } from '../../../model/resource.ts'
import { createScene } from '../../../model/scene.ts'
import { NEWEST_KUBERNETES } from '../../../model/version.ts'
import { judge } from '../../judge.ts'
import { verEol } from './rule.ts'

interface Case {
  readonly version: string
  readonly today: string
  readonly offering?: Offering
  readonly told: string | undefined
}

it.each<Case>([
  { version: 'v1.34.2', today: '2026-08-27', told: undefined },
  { version: 'v1.34.2', today: '2026-08-28', told: 'the project ends on 2026-10-27' },
  { version: 'v1.34.2', today: '2026-10-27', told: 'the project ends on 2026-10-27' },
  { version: 'v1.34.2', today: '2026-10-28', told: 'the project ended on 2026-10-27' },
  { version: 'v1.12.0', today: '2026-10-28', told: 'the project ended long ago' },
  { version: 'v1.38.0', today: '2030-01-01', told: undefined },
  {
    version: 'v1.34.2',
    today: '2026-11-24',
    offering: 'kapsule',
    told: 'Scaleway ends on 2026-11-29',
  },
  {
    version: 'v1.34.2',
    today: '2026-11-30',
    offering: 'kosmos',
    told: 'Scaleway ended on 2026-11-29',
  },
  { version: 'v1.35.1-eks-abc', today: '2026-11-24', offering: 'none', told: undefined },
  { version: 'v1.33.1-eks-abc', today: '2026-11-24', told: 'Amazon EKS ended on 2026-07-29' },
  { version: 'v1.34.2-gke.100', today: '2026-10-01', told: undefined },
  {
    version: 'v1.34.2-gke.100',
    today: '2026-11-24',
    told: 'the project ended on 2026-10-27, and whether the provider mends it still cannot be told',
  },
])(
  'says of $version on $today at $offering: $told',
  ({ version, today, offering = 'none', told }) => {
    const node = {
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name: 'a' },
      status: { nodeInfo: { kubeletVersion: version } },
    }
    const { documents } = readYaml({ file: 'node.json', text: JSON.stringify(node) })
    const scene = createScene(documents.map(resourceOf), {
      kubernetes: NEWEST_KUBERNETES,
      offering,
      today,
    })
    const messages = judge(scene, [verEol]).map(({ complaint }) => complaint.message)
    const minor = version.split('.')[1]
    expect(messages).toEqual(
      told === undefined ? [] : [`Node "a" has Kubernetes 1.${minor}: its support by ${told}.`],
    )
  },
)
