import { defineRule } from '../../rule.ts'
import { complainOf, removeUnmounted } from '../host-path.ts'

export const kubeletPathMounted = defineRule({
  id: 'kubelet-path-mounted',
  title: "Keep the kubelet's and the runtime's files out of pods",
  topic: 'host-access',
  severity: 'critical',
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
      title: 'Microsoft Threat Matrix for Kubernetes, MS-TA9013 Writable hostPath mount',
      url: 'https://microsoft.github.io/Threat-Matrix-for-Kubernetes/techniques/Writable%20hostPath%20mount/',
    },
    {
      title: 'OWASP Kubernetes Top 10 2025, K01 Insecure Workload Configurations',
      url: 'https://owasp.org/www-project-kubernetes-top-ten/',
    },
  ],

  subject: 'pod',
  check: (pod) =>
    complainOf(pod, ['kubelet'], "the node's credentials and its pods' files lie there"),

  fix: removeUnmounted,
})
