import type { Setting } from '../../../analysis/cluster/component.ts'
import type { Place } from '../../../model/place.ts'
import { defineRule } from '../../rule.ts'
import { complainOf, type SettingCheck } from '../setting-check.ts'

const PROTECTION: SettingCheck = {
  name: 'protectKernelDefaults',
  isRight: ({ value }) => value === 'true',
  fault: () =>
    'The kubelet changes settings of the kernel that it finds otherwise, and nobody is told.',
  doubt: 'The kubelet may change settings of the kernel',
}

const CHAINS: SettingCheck = {
  name: 'makeIPTablesUtilChains',
  isRight: ({ value }) => value === 'true',
  fault: () => 'The kubelet leaves out its own rules of iptables, and traffic may pass by others.',
  doubt: 'The kubelet may leave out its own rules of iptables',
}

const SYSCTLS: SettingCheck = {
  name: 'allowedUnsafeSysctls',
  isRight: ({ value = '' }) => value === '',
  fault: ({ value }) =>
    `Pods may change settings of the kernel that are not theirs alone: ${value}.`,
  doubt: 'Pods may change settings of the kernel that are not theirs alone',
}

export const kubeletKernel = defineRule({
  id: 'kubelet-kernel',
  title: "Let nothing change the kernel's settings unseen",
  topic: 'kubelet',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Using sysctls in a Kubernetes Cluster',
      url: 'https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/',
    },
    {
      title: 'Kubernetes: Kubelet Configuration (v1beta1), protectKernelDefaults',
      url: 'https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/#kubelet-config-k8s-io-v1beta1-KubeletConfiguration',
    },
  ],
  controls: { 'cis-1.12': ['4.2.6'], 'stig-v2r3': ['V-242434'] },

  subject: ['kubelet'],
  check: (kubelet) => [
    ...complainOf(kubelet, PROTECTION),
    // Unless somebody says otherwise, its rules are there, and no setting may be changed but those an installer names.
    ...[CHAINS, SYSCTLS]
      .filter(({ name }) => isNamed(kubelet.setting(name)))
      .flatMap((check) => complainOf(kubelet, check)),
  ],

  fix: {
    risk: 'mayBreak', // the kubelet does not start on a machine that is set up otherwise
    edit: (kubelet, { place }) =>
      [PROTECTION, CHAINS]
        .map(({ name, isRight }) => ({ name, setting: kubelet.setting(name), isRight }))
        // What is not written has one place for all: of these only the wrong one is meant.
        .filter(({ setting, isRight }) => !isRight(setting) && isAt(setting, place))
        .flatMap(({ name }) => kubelet.set(name, 'true')),
  },
})

function isAt(setting: Setting, place: Place): boolean {
  return String(setting.place.path) === String(place.path)
}

function isNamed({ from, sure, value = '' }: Setting): boolean {
  return from !== 'default' || (sure && value !== '' && value !== 'true')
}
