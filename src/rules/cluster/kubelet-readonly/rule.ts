import { defineRule } from '../../rule.ts'
import { doubtAbout } from '../doubt.ts'

export const kubeletReadonly = defineRule({
  id: 'kubelet-readonly',
  title: 'Close the read-only port of the kubelet',
  topic: 'kubelet',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: Kubelet Configuration (v1beta1), readOnlyPort',
      url: 'https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/#kubelet-config-k8s-io-v1beta1-KubeletConfiguration',
    },
    {
      title: 'Kubernetes: kubelet, command line',
      url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/kubelet/',
    },
  ],
  controls: { 'cis-1.12': ['4.2.4'], 'stig-v2r3': ['V-242387'] },

  subject: ['kubelet'],
  check(kubelet) {
    const port = kubelet.setting('readOnlyPort')
    if (port.value === '0') return []
    if (!port.sure) return [doubtAbout(port, 'The kubelet may have an open port')]
    return [
      {
        place: port.place,
        message: `The kubelet shows pods and their settings to anybody on port ${port.value}.`,
        sure: true,
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // old monitoring reads there
    edit: (kubelet) => kubelet.set('readOnlyPort', '0'),
  },
})
