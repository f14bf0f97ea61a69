import { defineRule } from '../../rule.ts'
import { isolationSpokenFor, NAMESPACE_SPEAKERS } from '../namespace-isolation.ts'

export const netNoPolicy = defineRule({
  id: 'net-no-policy',
  title: 'Deny traffic by default in every namespace',
  topic: 'isolation',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: Network Policies',
      url: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
    },
    {
      title: 'Kubernetes: Declare Network Policy',
      url: 'https://kubernetes.io/docs/tasks/administer-cluster/declare-network-policy/',
    },
  ],
  controls: { 'cis-1.12': ['5.3.2'], 'k8s-checklist': ['network/3'] },

  subject: NAMESPACE_SPEAKERS,
  check(resource, scene) {
    const isolation = isolationSpokenFor(resource, scene)
    if (isolation === undefined) return []
    const { place, who, stances } = isolation
    // Where one direction is closed, the other one is net-ingress-open's or net-egress-open's matter.
    if (stances.ingress === 'closed' || stances.egress === 'closed') return []
    const sure = stances.ingress === 'open' && stances.egress === 'open'
    return [
      {
        place,
        message: sure
          ? `No network policy selects ${who}: the way in from every pod of the cluster is open, and the way out to anywhere.`
          : `Whether a network policy isolates ${who} cannot be told from what was read.`,
        sure,
      },
    ]
  },
})
