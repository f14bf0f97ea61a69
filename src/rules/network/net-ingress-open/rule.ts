import { defineRule } from '../../rule.ts'
import { isolationSpokenFor, NAMESPACE_SPEAKERS } from '../namespace-isolation.ts'

export const netIngressOpen = defineRule({
  id: 'net-ingress-open',
  title: 'Deny ingress by default in every namespace',
  topic: 'isolation',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: Network Policies, the two sorts of pod isolation',
      url: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation',
    },
    {
      title: 'Kubernetes: Network Policies, default policies',
      url: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#default-policies',
    },
  ],
  controls: { 'cis-1.12': ['5.3.2'], 'k8s-checklist': ['network/3'] },

  subject: NAMESPACE_SPEAKERS,
  check(resource, scene) {
    const isolation = isolationSpokenFor(resource, scene)
    if (isolation === undefined) return []
    const { place, who, stances } = isolation
    // With neither direction closed it is net-no-policy's matter.
    if (stances.ingress === 'closed' || stances.egress !== 'closed') return []
    const sure = stances.ingress === 'open'
    return [
      {
        place,
        message: sure
          ? `Every pod of the cluster reaches ${who}: policies bound the way out, none the way in.`
          : `Whether a network policy bounds who connects to ${who} cannot be told from what was read.`,
        sure,
      },
    ]
  },
})
