import { defineRule } from '../../rule.ts'
import { complainOf, removeUnmounted } from '../host-path.ts'

export const hostPathVolume = defineRule({
  id: 'host-path-volume',
  title: 'Keep data in volumes, not in paths of the node',
  topic: 'host-access',
  severity: 'medium',
  references: [
    {
      title: 'Pod Security Standards, Baseline: HostPath Volumes',
      url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline',
    },
    {
      title: 'CIS Kubernetes Benchmark 1.12, 5.2.11',
      url: 'https://www.cisecurity.org/benchmark/kubernetes',
    },
    {
      title: 'Kubernetes, Volumes: hostPath',
      url: 'https://kubernetes.io/docs/concepts/storage/volumes/#hostpath',
    },
    {
      title: 'OWASP Kubernetes Top 10 2025, K01 Insecure Workload Configurations',
      url: 'https://owasp.org/www-project-kubernetes-top-ten/',
    },
  ],

  subject: 'pod',
  check: (pod) =>
    complainOf(
      pod,
      ['registration', 'other'],
      'its files outlive the pod and are shared with whatever else uses the path',
    ),

  fix: removeUnmounted,
})
