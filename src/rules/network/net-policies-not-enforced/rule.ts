import { idlePluginsIn } from '../../../analysis/isolation/enforcement.ts'
import { setPlace } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'

export const netPoliciesNotEnforced = defineRule({
  id: 'net-policies-not-enforced',
  title: 'Run a network plugin that enforces network policies',
  topic: 'plugin',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: Network Policies, prerequisites',
      url: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#prerequisites',
    },
    {
      title: 'Flannel: Network policy controller',
      url: 'https://github.com/flannel-io/flannel/blob/master/Documentation/netpol.md',
    },
    {
      title: 'Amazon EKS: Limit Pod traffic with Kubernetes network policies',
      url: 'https://docs.aws.amazon.com/eks/latest/userguide/cni-network-policy.html',
    },
  ],
  controls: { 'cis-1.12': ['5.3.1'] },

  subject: ['DaemonSet', 'ConfigMap'],
  check(resource, scene) {
    const plugin = idlePluginsIn(scene).find((idle) => idle.resource === resource)
    if (plugin === undefined) return []
    const policies = scene.ofKind('NetworkPolicy').length
    const effect =
      policies === 0
        ? 'none that is written takes effect'
        : `the ${policies} of the estate stand there without effect`
    return [
      {
        place: plugin.place,
        message: `${plugin.name} enforces no network policy as it is set up: ${effect}.`,
        sure: true,
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // policies that nobody felt close what they select
    edit: (resource, { place }) => (resource.type === 'ConfigMap' ? [setPlace(place, 'true')] : []),
  },
})
