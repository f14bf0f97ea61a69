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
      title: 'Kubernetes: Namespaces',
      url: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/',
    },
  ],
  controls: {
    nsa: ['B1'],
    'cis-1.12': ['5.6.1', '5.6.4'],
    'bsi-app-4.4': ['A1'],
    'stig-v2r3': ['V-242383'],
  },

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
    // Whoever installs a chart chooses as well.
    if (resource.document.making?.via.maker === 'helm') return []
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
