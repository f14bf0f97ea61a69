import { hasEnforcerIn } from '../../../analysis/isolation/enforcement.ts'
import type { Answer } from '../../../analysis/terraform/joins.ts'
import { readJsonText } from '../../../analysis/terraform/json-text.ts'
import { isPlaceholder, memberOf, type Field } from '../../../model/part.ts'
import type { Scene } from '../../../model/scene.ts'
import { defineRule } from '../../rule.ts'
import { ENGINE_CHARTS } from '../policy-engines.data.ts'

export const eksNetpolOff = defineRule({
  id: 'eks-netpol-off',
  title: 'Have the network plugin of EKS enforce network policies',
  topic: 'managed-settings',
  severity: 'medium',
  references: [
    {
      title: 'Amazon EKS: Limit Pod traffic with Kubernetes network policies',
      url: 'https://docs.aws.amazon.com/eks/latest/userguide/cni-network-policy.html',
    },
    {
      title: 'Amazon EKS: Restrict Pod network traffic with network policies, set up',
      url: 'https://docs.aws.amazon.com/eks/latest/userguide/cni-network-policy-configure.html',
    },
  ],
  controls: { 'cis-1.12': ['5.3.1'] },

  subject: ['aws_eks_addon'],
  check(addon, scene) {
    if (addon.get('addon_name')?.value !== 'vpc-cni' || hasOtherEngine(scene)) return []
    const enforces = enforcesPolicies(addon.get('configuration_values'))
    if (enforces === 'yes') return []
    const sure = enforces === 'no'
    return [
      {
        place: addon.at('configuration_values'),
        message: sure
          ? `Network policies stand without effect: add-on "${addon.name}" does not set enableNetworkPolicy.`
          : `Whether add-on "${addon.name}" enforces network policies cannot be told.`,
        sure,
      },
    ]
  },
})

function enforcesPolicies(values: Field | undefined): Answer {
  if (values === undefined || values.value === '') return 'no'
  const settings = typeof values.value === 'string' ? readJsonText(values.value) : undefined
  if (settings === undefined) return 'cannot tell'
  const setting = memberOf(settings, 'enableNetworkPolicy')
  if (isPlaceholder(setting)) return 'cannot tell'
  return setting === true || setting === 'true' ? 'yes' : 'no'
}

function hasOtherEngine(scene: Scene): boolean {
  const charts = scene.ofKind('helm_release').map((release) => release.get('chart')?.value)
  return hasEnforcerIn(scene) || charts.some((chart) => ENGINE_CHARTS.has(nameIn(chart)))
}

// `oci://quay.io/cilium/charts/cilium` and `cilium` are both Cilium.
function nameIn(chart: unknown): string {
  return typeof chart === 'string' ? (chart.split('/').at(-1) ?? '') : ''
}
