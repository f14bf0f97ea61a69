import type { Setting } from '../../../analysis/cluster/component.ts'
import { parseDuration } from '../../data/duration.ts'
import { defineRule } from '../../rule.ts'
import { complainOf, type SettingCheck } from '../setting-check.ts'

const LONGEST_SECONDS = 4 * 60 * 60

const CHECK: SettingCheck = {
  name: 'streamingConnectionIdleTimeout',
  isRight,
  fault: ({ value }) =>
    `Sessions in pods that nobody uses stay open ${isNever(value) ? 'for ever' : `for ${value}`}.`,
  doubt: 'Sessions in pods that nobody uses may stay open',
}

export const kubeletStreaming = defineRule({
  id: 'kubelet-streaming',
  title: 'End sessions in pods that nobody uses',
  topic: 'kubelet',
  severity: 'low',
  references: [
    {
      title: 'Kubernetes: Kubelet Configuration (v1beta1), streamingConnectionIdleTimeout',
      url: 'https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/#kubelet-config-k8s-io-v1beta1-KubeletConfiguration',
    },
  ],
  controls: { 'cis-1.12': ['4.2.5'], 'stig-v2r3': ['V-245541'] },

  subject: ['kubelet'],
  check: (kubelet) =>
    // A default that nobody can tell is at most the four hours of every kubelet.
    kubelet.setting(CHECK.name).from === 'default' ? [] : complainOf(kubelet, CHECK),

  fix: {
    risk: 'none', // a session ends that nobody uses
    edit: (kubelet) => kubelet.set(CHECK.name, '5m0s'),
  },
})

// In a file nothing at all means the default, and kubeadm writes it so; as a flag it means for ever.
function isRight({ value, from }: Setting): boolean {
  if (isNever(value)) return from === 'config file'
  return (parseDuration(value) ?? 0) <= LONGEST_SECONDS
}

function isNever(value: string | undefined): boolean {
  return value === '0' || parseDuration(value) === 0
}
