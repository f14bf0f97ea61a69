import { defineRule } from '../../rule.ts'
import { complainOf, removeUnmounted } from '../host-path.ts'

export const hostRootMounted = defineRule({
  id: 'host-root-mounted',
  title: "Do not mount the node's root directory",
  topic: 'host-access',
  severity: 'critical',
  references: [
    {
      title: 'Kubernetes, Volumes: hostPath',
      url: 'https://kubernetes.io/docs/concepts/storage/volumes/#hostpath',
    },
  ],
  controls: {
    'cis-1.12': ['5.2.11'],
    pss: ['hostPathVolumes'],
    'ms-threat-matrix': ['MS-TA9013'],
    'mitre-containers': ['T1611'],
    'pci-containers': ['3.1.a'],
    'bsi-app-4.4': ['A4'],
  },

  subject: 'pod',
  check: (pod) => complainOf(pod, ['root'], 'all of the node is in its hands'),

  fix: removeUnmounted,
})
