import { describe, expect, it } from 'vitest'
import { chargesUnder, messagesOf } from '../../../../test/rules/charges.ts'
import { readYaml } from '../../../intake/yaml/read-yaml.ts'
import { OFFERINGS } from '../../../model/offering.ts'
import { resourceOf } from '../../../model/resource.ts'
import { createScene } from '../../../model/scene.ts'
import { NEWEST_KUBERNETES } from '../../../model/version.ts'
import { judge } from '../../judge.ts'
import { controlPlaneScheduling } from './rule.ts'

const MANIFEST = `
apiVersion: v1
kind: Pod
metadata: { name: web }
spec:
  tolerations: [{ key: node-role.kubernetes.io/control-plane, operator: Exists }]
  containers: [{ name: web }]
`

describe('control-plane-scheduling', () => {
  it.each(OFFERINGS)('speaks only where such nodes can be used: %s', (offering) => {
    const { documents } = readYaml({ file: 'manifest.yaml', text: MANIFEST })
    const scene = createScene(documents.map(resourceOf), {
      kubernetes: NEWEST_KUBERNETES,
      offering,
      today: '2026-11-24',
    })
    const charges = judge(scene, [controlPlaneScheduling])
    expect(charges).toHaveLength(offering === 'self-managed' ? 1 : 0)
  })

  it('tells a pod that is let in from one that is drawn there', () => {
    const drawn = MANIFEST.replace(
      'spec:',
      'spec:\n  nodeSelector: { node-role.kubernetes.io/control-plane: "" }',
    )
    const told = [MANIFEST, drawn].flatMap((manifest) =>
      messagesOf(chargesUnder('1.37', controlPlaneScheduling, manifest)),
    )
    const danger = 'nodes of the control plane, where whoever breaks out of it holds the cluster.'
    expect(told).toEqual([`The pod may be placed on ${danger}`, `The pod is drawn to ${danger}`])
  })
})
