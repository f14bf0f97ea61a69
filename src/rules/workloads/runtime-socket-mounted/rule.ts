import { defineRule } from '../../rule.ts'
import { complainOf, removeUnmounted } from '../host-path.ts'

export const runtimeSocketMounted = defineRule({
  id: 'runtime-socket-mounted',
  title: "Keep the container runtime's socket out of pods",
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
    'mitre-containers': ['T1611', 'T1552.007', 'T1610'],
    'pci-containers': ['3.1.a'],
    'bsi-app-4.4': ['A4'],
  },

  subject: 'pod',
  check: (pod) =>
    complainOf(
      pod,
      ['runtime-socket'],
      'who speaks to the container runtime starts what it likes on the node, as root',
    ),

  fix: removeUnmounted,
})
