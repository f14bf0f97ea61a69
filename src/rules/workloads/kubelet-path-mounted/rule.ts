import { defineRule } from '../../rule.ts'
import { complainOf, removeUnmounted } from '../host-path.ts'

export const kubeletPathMounted = defineRule({
  id: 'kubelet-path-mounted',
  title: "Keep the kubelet's and the runtime's files out of pods",
  topic: 'host-access',
  severity: 'critical',
  references: [
    {
      title: 'Kubernetes: Local Files And Paths Used By The Kubelet',
      url: 'https://kubernetes.io/docs/reference/node/kubelet-files/',
    },
    {
      title: 'Kubernetes, Volumes: hostPath',
      url: 'https://kubernetes.io/docs/concepts/storage/volumes/#hostpath',
    },
  ],
  controls: {
    'cis-1.12': ['5.2.11'],
    pss: ['hostPathVolumes'],
    'ms-threat-matrix': ['MS-TA9013'],
    'mitre-containers': ['T1611', 'T1552.001'],
    'pci-containers': ['3.1.a'],
    'bsi-app-4.4': ['A4'],
  },

  subject: 'pod',
  check: (pod) =>
    complainOf(
      pod,
      ['kubelet'],
      'there lie credentials, files of pods, or programs that the node runs',
    ),

  fix: removeUnmounted,
})
