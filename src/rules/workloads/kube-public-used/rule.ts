import type { Resource } from '../../../model/resource.ts'
import { defineRule } from '../../rule.ts'
import { isOwned } from '../owner.ts'

const PURPOSES: ReadonlyMap<string, string> = new Map([
  ['kube-public', 'what lies there is meant for everybody, without a login too'],
  ['kube-node-lease', 'nodes leave their signs of life there, and nothing else'],
])

export const kubePublicUsed = defineRule({
  id: 'kube-public-used',
  title: 'Leave kube-public and kube-node-lease to the cluster',
  topic: 'namespaces',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Namespaces, initial namespaces',
      url: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/#initial-namespaces',
    },
  ],
  controls: { nsa: ['B1'], 'cis-1.12': ['5.6.1'], 'stig-v2r3': ['V-242383', 'V-242417'] },

  subject: [
    'ConfigMap',
    'CronJob',
    'DaemonSet',
    'Deployment',
    'Job',
    'Pod',
    'ReplicaSet',
    'ReplicationController',
    'Secret',
    'StatefulSet',
  ],
  check(resource) {
    const purpose = PURPOSES.get(resource.namespace ?? '')
    if (purpose === undefined || isOwned(resource) || isBuiltIn(resource)) return []
    return [
      {
        place: resource.at('metadata', 'namespace'),
        message: `${resource.kind} "${resource.name}" goes to ${resource.namespace}: ${purpose}.`,
        sure: true,
      },
    ]
  },
})

function isBuiltIn({ type, name }: Resource): boolean {
  return type === 'ConfigMap' && (name === 'cluster-info' || name === 'kube-root-ca.crt')
}
