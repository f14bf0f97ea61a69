import { defineRule } from '../../rule.ts'
import { complainOf, removeUnmounted } from '../host-path.ts'

export const hostLogsMounted = defineRule({
  id: 'host-logs-mounted',
  title: "Read logs without mounting the node's log directory",
  topic: 'host-access',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Logging Architecture',
      url: 'https://kubernetes.io/docs/concepts/cluster-administration/logging/',
    },
    {
      title: 'Kubernetes, Volumes: hostPath',
      url: 'https://kubernetes.io/docs/concepts/storage/volumes/#hostpath',
    },
  ],
  controls: {
    'cis-1.12': ['5.2.11'],
    pss: ['hostPathVolumes'],
    'ms-threat-matrix': ['MS-TA9013', 'MS-TA9021'],
    'mitre-containers': ['T1611', 'T1070'],
    'pci-containers': ['3.1.a'],
    'bsi-app-4.4': ['A4'],
  },

  subject: 'pod',
  check: (pod) =>
    complainOf(
      pod,
      ['logs'],
      "every pod's log is readable, and with a writable mount any file of the node through a link",
    ),

  fix: removeUnmounted,
})
