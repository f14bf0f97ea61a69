import { defineRule } from '../../rule.ts'
import { complainOf, removeUnmounted } from '../host-path.ts'

export const etcdPathMounted = defineRule({
  id: 'etcd-path-mounted',
  title: "Keep etcd's files and the cluster's keys out of pods",
  topic: 'host-access',
  severity: 'critical',
  references: [
    {
      title: 'Kubernetes: API Server Bypass Risks, the etcd API',
      url: 'https://kubernetes.io/docs/concepts/security/api-server-bypass-risks/#the-etcd-api',
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
  check: (pod) => complainOf(pod, ['etcd'], "the cluster's memory and keys lie there"),

  fix: removeUnmounted,
})
