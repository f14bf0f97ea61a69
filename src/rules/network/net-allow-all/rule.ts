import { DIRECTIONS, type Direction } from '../../../analysis/isolation/closing.ts'
import { allowsAll, rulesOf } from '../../../analysis/isolation/policy-rules.ts'
import { selectionOf } from '../../../analysis/isolation/selection.ts'
import type { Resource } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import { defineRule } from '../../rule.ts'
import { isExposed } from '../exposed-pods.ts'

const WORDS = {
  ingress: 'lets everybody in on every port, from outside of the cluster too',
  egress: 'lets the pods connect to everything on every port',
} as const satisfies Readonly<Record<Direction, string>>

export const netAllowAll = defineRule({
  id: 'net-allow-all',
  title: 'Name peers or ports in every rule of a network policy',
  topic: 'isolation',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Network Policies, default policies',
      url: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#default-policies',
    },
    {
      title: 'Kubernetes API reference: NetworkPolicySpec',
      url: 'https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/',
    },
  ],
  controls: { 'cis-1.12': ['5.3.2'] },

  subject: ['NetworkPolicy'],
  check(policy, scene) {
    return DIRECTIONS.flatMap((direction) => {
      const rule = rulesOf(policy, direction).find(allowsAll)
      if (rule === undefined || (direction === 'ingress' && isForPublic(policy, scene))) return []
      const message = `This rule ${WORDS[direction]}: with it no policy closes ${direction} of these pods.`
      return [{ place: rule.place, message, sure: true }]
    })
  },
})

// What is led to from outside has to take connections from anywhere.
function isForPublic(policy: Resource, scene: Scene): boolean {
  const { pods } = selectionOf(policy, scene)
  return pods.length > 0 && pods.every((pod) => isExposed(pod, scene))
}
