import type { Offering } from '../../../model/offering.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule } from '../../rule.ts'
import { nodeWords } from '../nodes.ts'

// How the machines of each offering are named; what joined from elsewhere has another name or none.
const OWN_MACHINES: Readonly<Partial<Record<Offering, string>>> = {
  kapsule: 'scaleway://',
  kosmos: 'scaleway://',
  eks: 'aws://',
  gke: 'gce://',
  aks: 'azure://',
}

export const nodeUnmanaged = defineRule({
  id: 'node-unmanaged',
  title: 'Name an owner for machines that joined from outside',
  topic: 'node-isolation',
  severity: 'medium',
  references: [
    {
      title: 'Scaleway: Kubernetes shared responsibility model',
      url: 'https://www.scaleway.com/en/docs/kubernetes/reference-content/kubernetes-shared-responsibility-model/',
    },
    {
      title: 'Amazon EKS: Hybrid nodes',
      url: 'https://docs.aws.amazon.com/eks/latest/userguide/hybrid-nodes-overview.html',
    },
  ],

  subject: ['Node'],
  check(node, { offering, ofKind }) {
    const own = OWN_MACHINES[offering]
    if (own === undefined) return []
    const strange = ofKind('Node').filter((each) => isStrange(each, own) && !hasOwner(each))
    if (strange[0] !== node) return []
    const message = `${nodeWords(node, strange.length)} is no machine of the provider: who patches it is written nowhere.`
    return [{ place: node.at('metadata', 'annotations'), message, sure: true }]
  },
})

// The machine's name comes a moment after the node: without any status it is too early to tell.
function isStrange(node: Resource, own: string): boolean {
  const id = node.get('spec', 'providerID')?.value
  if (typeof id === 'string') return !id.startsWith(own)
  return node.get('status', 'nodeInfo') !== undefined
}

function hasOwner({ annotations, labels }: Resource): boolean {
  return [...Object.entries(annotations), ...Object.entries(labels)].some(
    ([key, value]) => /(?:^|\/)owner$/.test(key) && value !== '',
  )
}
