import {
  CALICO_GLOBAL_POLICIES,
  CALICO_POLICIES,
} from '../../../analysis/isolation/calico-policy.ts'
import { CILIUM_CLUSTER_POLICY, CILIUM_POLICY } from '../../../analysis/isolation/cilium-policy.ts'
import { pluginsIn } from '../../../analysis/isolation/enforcement.ts'
import { defineRule } from '../../rule.ts'

const CILIUMS: readonly string[] = [CILIUM_POLICY, CILIUM_CLUSTER_POLICY]

export const netPolicyForeign = defineRule({
  id: 'net-policy-foreign',
  title: 'Write network policies of the kinds that the plugin honours',
  topic: 'plugin',
  severity: 'high',
  references: [
    {
      title: 'Cilium: Overview of Network Policy',
      url: 'https://docs.cilium.io/en/stable/security/policy/',
    },
    {
      title: 'Calico: Get started with Calico network policy',
      url: 'https://docs.tigera.io/calico/latest/network-policy/get-started/calico-policy/calico-network-policy',
    },
  ],

  subject: [CILIUM_POLICY, CILIUM_CLUSTER_POLICY, ...CALICO_POLICIES, ...CALICO_GLOBAL_POLICIES],
  check(policy, scene) {
    const plugins = pluginsIn(scene)
    const own = CILIUMS.includes(policy.type) ? 'Cilium' : 'Calico'
    // Without an agent among what was read nobody knows which plugin there is.
    if (plugins.size === 0 || plugins.has(own)) return []
    const [other = ''] = plugins
    const sure = [...plugins].every((name) => name !== 'another')
    return [
      {
        place: policy.at('kind'),
        message: sure
          ? `${policy.kind} "${policy.name}" has no effect: ${own} alone reads it, and the nodes run ${other}.`
          : `${policy.kind} "${policy.name}" may have no effect: ${own} alone reads it, and its agent was not among what was read.`,
        sure,
      },
    ]
  },
})
