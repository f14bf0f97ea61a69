import { removeField, setField, setPlace } from '../../../model/edit.ts'
import { valueAt } from '../../../model/part.ts'
import { textsOf, type Resource } from '../../../model/resource.ts'
import { podLabels, type Scene } from '../../../model/scene.ts'
import { svcLbClear } from '../../../rules/data/svc-lb-clear/rule.ts'
import type { Charge } from '../../../rules/judge.ts'
import { netLoadBalancerOpen } from '../../../rules/network/net-load-balancer-open/rule.ts'
import { netPolicySelectsNothing } from '../../../rules/network/net-policy-selects-nothing/rule.ts'
import { fieldEdits, type Decision, type Step } from './decision.ts'

/** What is decided about doors to the outside, and about policies that miss their pods. */
export const EXPOSURE: readonly Decision[] = [
  { rules: [netLoadBalancerOpen, svcLbClear], decide: serveInside },
  { rules: [netPolicySelectsNothing], decide: selectNearest },
]

// Fields that the API server refuses, or that mean nothing, on a Service that is reached from inside alone.
const OUTSIDE_FIELDS = [
  'allocateLoadBalancerNodePorts',
  'externalTrafficPolicy',
  'healthCheckNodePort',
  'loadBalancerClass',
  'loadBalancerIP',
  'loadBalancerSourceRanges',
] as const

function serveInside({ resource }: Charge): Step | undefined {
  if (resource.type !== 'Service') return undefined
  const ports = resource
    .list('spec', 'ports')
    .map((_, index) => ['spec', 'ports', index, 'nodePort'] as const)
  const gone = [...ports, ...OUTSIDE_FIELDS.map((field) => ['spec', field] as const)]
  return {
    edits: fieldEdits([
      setField(resource, ['spec', 'type'], 'ClusterIP'),
      ...gone
        .filter((path) => resource.get(...path) !== undefined)
        .map((path) => removeField(resource, path)),
    ]),
    words: [
      `Restricts: nobody reaches Service "${resource.name}" from outside of the cluster; its address outside is given back.`,
      `Lift: kubectl port-forward for one person; an Ingress with TLS and a login, or the type LoadBalancer with spec.loadBalancerSourceRanges, for known networks.`,
    ],
  }
}

// Two spellings of one name are one name; anything else is a guess, and guesses do not open ports.
function selectNearest({ resource }: Charge, scene: Scene): Step | undefined {
  const labels = Object.entries(textsOf(valueAt(resource.value, SELECTOR)))
  const misspelled = labels.flatMap(([key, value]) => {
    const [meant, ...others] = spellingsOf(key, value, resource, scene)
    return meant === undefined || others.length > 0 || meant === value ? [] : [{ key, meant }]
  })
  const [first] = misspelled
  if (first === undefined) return undefined
  return {
    edits: fieldEdits(
      misspelled.map(({ key, meant }) => setPlace(resource.at(...SELECTOR, key), meant)),
    ),
    words: [
      `Restricts: "${first.meant}" takes only what this policy lets in; no pod has the label as it was spelled.`,
      'Lift: if other pods were meant, name their labels in its podSelector.',
    ],
  }
}

const SELECTOR = ['spec', 'podSelector', 'matchLabels'] as const

function spellingsOf(
  key: string,
  value: string,
  { namespace }: Resource,
  scene: Scene,
): readonly string[] {
  const labels = scene.podsIn(namespace).map((pod) => podLabels(pod)[key] ?? '')
  return [...new Set(labels)].filter((label) => label !== '' && plain(label) === plain(value))
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
}
