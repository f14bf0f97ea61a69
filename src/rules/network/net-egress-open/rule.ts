import { defineRule } from '../../rule.ts'
import { isolationSpokenFor, NAMESPACE_SPEAKERS } from '../namespace-isolation.ts'

export const netEgressOpen = defineRule({
  id: 'net-egress-open',
  title: 'Deny egress by default in every namespace',
  topic: 'egress',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Network Policies, the two sorts of pod isolation',
      url: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation',
    },
    {
      title: 'Kubernetes: Network Policies, default deny all egress traffic',
      url: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#default-deny-all-egress-traffic',
    },
  ],
  controls: { 'cis-1.12': ['5.3.2'], 'k8s-checklist': ['network/3'] },

  subject: NAMESPACE_SPEAKERS,
  check(resource, scene) {
    const isolation = isolationSpokenFor(resource, scene)
    if (isolation === undefined) return []
    const { place, who, stances } = isolation
    // With neither direction closed it is net-no-policy's matter.
    if (stances.egress === 'closed' || stances.ingress !== 'closed') return []
    const sure = stances.egress === 'open'
    return [
      {
        place,
        message: sure
          ? `No network policy bounds connections out of ${who}: the internet, the nodes and cloud metadata are within reach.`
          : `Whether a network policy bounds connections out of ${who} cannot be told from what was read.`,
        sure,
      },
    ]
  },
})
