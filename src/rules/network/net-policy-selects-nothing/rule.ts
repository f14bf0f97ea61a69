import { selectionOf } from '../../../analysis/isolation/selection.ts'
import { isOnHost } from '../../../analysis/isolation/subjects.ts'
import { groupBy } from '../../../base/group.ts'
import { oncePerScene } from '../../../model/once-per-scene.ts'
import { memberOf } from '../../../model/part.ts'
import { textsOf, type Resource } from '../../../model/resource.ts'
import { podLabels, type Scene } from '../../../model/scene.ts'
import { selects } from '../../../model/selector.ts'
import { defineRule } from '../../rule.ts'

export const netPolicySelectsNothing = defineRule({
  id: 'net-policy-selects-nothing',
  title: 'Let a network policy select the pods it is for',
  topic: 'isolation',
  severity: 'low',
  references: [
    {
      title: 'Kubernetes: Network Policies, the NetworkPolicy resource',
      url: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-resource',
    },
    {
      title: 'Kubernetes: Labels and Selectors',
      url: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/',
    },
  ],

  subject: ['NetworkPolicy'],
  check(policy, scene) {
    const { pods, doubtful, read } = selectionOf(policy, scene)
    // Where no pod of its namespace was read, or only node agents answer to it, there is nothing to compare.
    if (pods.length > 0 || read === 0 || selectsAgent(policy, scene)) return []
    const sure = doubtful.length === 0 && !isForeign(policy)
    return [
      {
        place: policy.at('spec', 'podSelector'),
        message: sure
          ? `NetworkPolicy "${policy.name}" isolates nothing: none of the ${read} workloads of its namespace has the labels it selects.`
          : `NetworkPolicy "${policy.name}" may isolate nothing: which pods it is for cannot be told from what was read.`,
        sure,
      },
    ]
  },
})

function selectsAgent(policy: Resource, scene: Scene): boolean {
  const selector = policy.get('spec', 'podSelector')?.value
  const agents = agentsIn(scene).get(policy.namespace) ?? []
  return agents.some((pod) => selects(selector, podLabels(pod)))
}

// Few pods use the network of their node, and many policies may ask for them.
const agentsIn = oncePerScene((scene) =>
  groupBy(scene.pods.filter(isOnHost), ({ owner }) => owner.namespace),
)

// Pods that operators make carry labels of the operator's own domain, such as `cnpg.io/cluster`.
function isForeign(policy: Resource): boolean {
  const labels = textsOf(memberOf(policy.get('spec', 'podSelector')?.value, 'matchLabels'))
  return Object.keys(labels).some((key) => key.includes('/') && !isCommon(key))
}

function isCommon(key: string): boolean {
  return key.startsWith('app.kubernetes.io/') || key.startsWith('helm.sh/')
}
