import type { Resource } from '../../../model/resource.ts'
import { defineRule } from '../../rule.ts'
import { isOwned } from '../owner.ts'

export const defaultNamespace = defineRule({
  id: 'default-namespace',
  title: 'Put nothing into the namespace default',
  topic: 'namespaces',
  severity: 'low',
  references: [
    {
      title: 'CIS Kubernetes Benchmark 1.12, 5.6.4',
      url: 'https://www.cisecurity.org/benchmark/kubernetes',
    },
    {
      title: 'Kubernetes: Namespaces',
      url: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/',
    },
    {
      title: 'NSA/CISA Kubernetes Hardening Guide 1.2, namespaces',
      url: 'https://media.defense.gov/2022/Aug/29/2003066362/-1/-1/0/CTR_KUBERNETES_HARDENING_GUIDANCE_1.2_20220829.PDF',
    },
  ],

  // What only goes along with a workload (autoscalers, budgets, policies) moves when that moves.
  subject: [
    'ConfigMap',
    'CronJob',
    'DaemonSet',
    'Deployment',
    'Ingress',
    'Job',
    'PersistentVolumeClaim',
    'Pod',
    'ReplicaSet',
    'ReplicationController',
    'Role',
    'RoleBinding',
    'Secret',
    'Service',
    'ServiceAccount',
    'StatefulSet',
  ],
  check(resource) {
    const namespace = resource.get('metadata', 'namespace')
    // Where nothing is written, whoever applies it chooses.
    if (namespace?.value !== 'default' || isOwned(resource) || isBuiltIn(resource)) return []
    return [
      {
        place: namespace.place,
        message: `${resource.kind} "${resource.name}" goes to the namespace default, among everything that names no other one.`,
        sure: true,
      },
    ]
  },
})

// Made by Kubernetes itself in that namespace, as an export of a cluster shows them.
function isBuiltIn({ type, name, annotations }: Resource): boolean {
  switch (type) {
    case 'Service':
      return name === 'kubernetes'
    case 'ServiceAccount':
      return name === 'default'
    case 'ConfigMap':
      return name === 'kube-root-ca.crt'
    case 'Secret':
      return annotations['kubernetes.io/service-account.name'] === 'default'
    default:
      return false
  }
}
