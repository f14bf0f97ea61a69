import { defineRule } from '../../rule.ts'
import { complainOf, removeUnmounted } from '../host-path.ts'

export const hostPathVolume = defineRule({
  id: 'host-path-volume',
  title: 'Keep data in volumes, not in paths of the node',
  topic: 'host-access',
  severity: 'medium',
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
  check: (pod) =>
    complainOf(
      pod,
      ['registration', 'other'],
      'its files outlive the pod and are shared with whatever else uses the path',
    ),

  fix: removeUnmounted,
})
