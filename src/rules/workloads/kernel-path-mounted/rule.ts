import { defineRule } from '../../rule.ts'
import { complainOf, removeUnmounted } from '../host-path.ts'

export const kernelPathMounted = defineRule({
  id: 'kernel-path-mounted',
  title: "Keep the kernel's files of the node out of pods",
  topic: 'host-access',
  severity: 'high',
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
      ['kernel'],
      "through it the node's kernel is read, and set where it is writable",
    ),

  fix: removeUnmounted,
})
