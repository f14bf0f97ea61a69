import type { Path } from '../../../model/document.ts'
import { memberOf } from '../../../model/part.ts'
import type { Place } from '../../../model/place.ts'
import type { Pod } from '../../../model/pod.ts'
import { podOf } from '../../../model/pod.ts'
import { isPersonal, ownDeclaration, declarationOf } from '../../data/data-class.ts'
import { defineRule } from '../../rule.ts'

const REQUIRED: Path = [
  'affinity',
  'nodeAffinity',
  'requiredDuringSchedulingIgnoredDuringExecution',
  'nodeSelectorTerms',
]

// Labels under these names a kubelet may not give its own node.
const KEPT = /^(?:node-restriction\.kubernetes\.io|node-role\.kubernetes\.io)\//

// What a machine is, and where: nobody isolates by that.
const PLAIN =
  /(?:^|\.)(?:kubernetes|k8s)\.io\/|^(?:beta\.)?kubernetes\.io\/|nvidia\.com|amd\.com|gpu/

export const nodeLabelTrust = defineRule({
  id: 'node-label-trust',
  title: 'Isolate by labels that a node cannot give itself',
  topic: 'node-isolation',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Assigning Pods to Nodes, node isolation/restriction',
      url: 'https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#node-isolation-restriction',
    },
  ],
  controls: { 'cis-1.12': ['1.2.14'], nsa: ['B5'] },

  subject: 'pod',
  concerns: (resource) =>
    podOf(resource) !== undefined && isPersonal(ownDeclaration(resource)?.class),
  check(pod, scene) {
    if (!isPersonal(declarationOf(pod.owner, scene)?.class)) return []
    const labels = labelsOf(pod)
    const [first] = labels.filter(({ key }) => !PLAIN.test(key))
    // One label that is kept is enough.
    if (first === undefined || labels.some(({ key }) => KEPT.test(key))) return []
    const message = `The pod is about people and is kept apart by "${first.key}", a label that any node can give itself.`
    return [{ place: first.place, message, sure: true }]
  },
})

interface Label {
  readonly key: string
  readonly place: Place
}

function labelsOf(pod: Pod): readonly Label[] {
  const selected = Object.keys(pod.get('nodeSelector')?.value ?? {}).map((key) => ({
    key,
    place: pod.at('nodeSelector', key),
  }))
  const terms = pod.list(...REQUIRED).flatMap((_, term) =>
    pod.list(...REQUIRED, term, 'matchExpressions').flatMap(({ value, place }) => {
      const key = memberOf(value, 'key')
      return typeof key === 'string' ? [{ key, place }] : []
    }),
  )
  return [...selected, ...terms]
}
