import { defineRule } from '../../rule.ts'
import { complainOf, removeUnmounted } from '../host-path.ts'

export const cloudCredentialsMounted = defineRule({
  id: 'cloud-credentials-mounted',
  title: 'Keep credential files of the node out of pods',
  topic: 'host-access',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes, Volumes: hostPath',
      url: 'https://kubernetes.io/docs/concepts/storage/volumes/#hostpath',
    },
  ],
  controls: {
    nsa: ['B8'],
    'cis-1.12': ['5.2.11'],
    pss: ['hostPathVolumes'],
    'owasp-k8s-2025': ['K08'],
    'ms-threat-matrix': ['MS-TA9013', 'MS-TA9026'],
    'mitre-containers': ['T1611', 'T1552.001'],
    'pci-containers': ['3.1.a'],
    'bsi-app-4.4': ['A4'],
  },

  subject: 'pod',
  check: (pod) =>
    complainOf(
      pod,
      ['cloud-credentials'],
      'credentials of people, of the node or of the cloud lie there',
    ),

  fix: removeUnmounted,
})
