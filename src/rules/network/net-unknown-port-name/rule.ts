import { type PolicyRule, rulesOf } from '../../../analysis/isolation/policy-rules.ts'
import { selectionOf } from '../../../analysis/isolation/selection.ts'
import type { Claim } from '../../../analysis/pod-security/candidate.ts'
import { setPlace } from '../../../model/edit.ts'
import { isPlaceholder, memberOf, type Field } from '../../../model/part.ts'
import type { Place } from '../../../model/place.ts'
import type { Resource } from '../../../model/resource.ts'
import type { Scene } from '../../../model/scene.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { declaresPort } from '../port-names.ts'

export const netUnknownPortName = defineRule({
  id: 'net-unknown-port-name',
  title: 'Name in network policies only ports that the pods declare',
  topic: 'isolation',
  severity: 'low',
  references: [
    {
      title: 'Kubernetes API reference: NetworkPolicySpec',
      url: 'https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/',
    },
    {
      title: 'Kubernetes: Network Policies, the NetworkPolicy resource',
      url: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-resource',
    },
  ],

  subject: ['NetworkPolicy'],
  check(policy, scene) {
    const rules = [...rulesOf(policy, 'ingress'), ...rulesOf(policy, 'egress')]
    return rules.flatMap((rule) =>
      (rule.ports ?? []).flatMap((entry) => complaintsAbout(entry, rule, policy, scene)),
    )
  },

  fix: {
    risk: 'mayBreak', // the API server takes the policy from then on, and it isolates what it selects
    edit: (policy, { place }) => {
      const name = policy.get(...place.path)?.value
      return isNumber(name) ? [setPlace(place, Number(name))] : []
    },
  },
})

function complaintsAbout(
  entry: Field,
  rule: PolicyRule,
  policy: Resource,
  scene: Scene,
): readonly Complaint[] {
  const name = memberOf(entry.value, 'port')
  if (typeof name !== 'string' || isPlaceholder(name)) return []
  const place: Place = { ...entry.place, path: [...entry.place.path, 'port'] }
  if (isNumber(name)) {
    const message = `Port "${name}" in quotes is a name, and names need a letter: the API server refuses the policy.`
    return [{ place, message, sure: true }]
  }
  if (rule.direction === 'egress') {
    const isOutside = rule.peers?.every(({ value }) => memberOf(value, 'ipBlock') !== undefined)
    const message = `Port "${name}" is a name, which addresses do not have: the rule allows nothing.`
    return isOutside === true ? [{ place, message, sure: true }] : []
  }
  const declared = isDeclared(name, memberOf(entry.value, 'protocol') ?? 'TCP', policy, scene)
  if (declared === true) return []
  const message =
    declared === false
      ? `No pod that the policy selects declares a port "${name}": the entry allows nothing.`
      : `Whether the pods declare a port "${name}" cannot be told: a template decides.`
  return [{ place, message, sure: declared === false }]
}

function isDeclared(name: string, protocol: unknown, policy: Resource, scene: Scene): Claim {
  const { pods, doubtful } = selectionOf(policy, scene)
  // A policy that selects nothing is another rule's matter.
  if (pods.length === 0) return true
  const claims = [...pods, ...doubtful].map((pod) => declaresPort(pod, name, protocol))
  if (claims.includes(true)) return true
  return claims.includes('unclear') || doubtful.length > 0 ? 'unclear' : false
}

function isNumber(name: unknown): boolean {
  return typeof name === 'string' && /^\d{1,5}$/.test(name)
}
