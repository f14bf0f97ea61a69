import { defineRule } from '../../rule.ts'
import { complainOf, removeUnmounted } from '../host-path.ts'

export const hostDeviceMounted = defineRule({
  id: 'host-device-mounted',
  title: 'Keep devices of the node out of pods',
  topic: 'host-access',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes, Device Plugins',
      url: 'https://kubernetes.io/docs/concepts/extend-kubernetes/compute-storage-net/device-plugins/',
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
  check: (pod) => complainOf(pod, ['device'], 'devices are not kept apart between pods'),

  fix: removeUnmounted,
})
