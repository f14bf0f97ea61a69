import type { Resource } from '../../../model/resource.ts'
import { daysBetween } from '../../data/certificate-texts.ts'
import { defineRule } from '../../rule.ts'
import { nodeFact, nodeWords } from '../nodes.ts'

const OLDEST_DAYS = 90

// Systems that get their updates by being replaced as a whole.
const WHOLE_IMAGES =
  /^(?:Container-Optimized OS|Bottlerocket|Talos|Flatcar|Fedora CoreOS|Red Hat Enterprise Linux CoreOS|Amazon Linux 2023)/

export const nodeAge = defineRule({
  id: 'node-age',
  title: 'Replace nodes whose system is never patched in place',
  topic: 'node-system',
  severity: 'medium',
  references: [
    {
      title: 'Scaleway: Kubernetes shared responsibility model',
      url: 'https://www.scaleway.com/en/docs/kubernetes/reference-content/kubernetes-shared-responsibility-model/',
    },
    {
      title: 'Amazon EKS: Best practices, protecting the infrastructure',
      url: 'https://docs.aws.amazon.com/eks/latest/best-practices/protecting-the-infrastructure.html',
    },
  ],

  subject: ['Node'],
  check(node, scene) {
    const old = scene.ofKind('Node').filter((each) => isOld(each, scene.today))
    if (old[0] !== node) return []
    const days = ageOf(node, scene.today)
    const message = `${nodeWords(node, old.length)} runs since ${days} days on an image that is never patched in place.`
    return [{ place: node.at('metadata', 'creationTimestamp'), message, sure: true }]
  },
})

function isOld(node: Resource, today: string): boolean {
  return WHOLE_IMAGES.test(nodeFact(node, 'osImage') ?? '') && ageOf(node, today) > OLDEST_DAYS
}

function ageOf(node: Resource, today: string): number {
  const made = node.get('metadata', 'creationTimestamp')?.value
  const days = typeof made === 'string' ? daysBetween(made, today) : 0
  return Number.isNaN(days) ? 0 : days
}
