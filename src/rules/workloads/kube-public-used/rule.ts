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
    {
      title: 'CIS Kubernetes Benchmark 1.12, 5.6.1',
      url: 'https://www.cisecurity.org/benchmark/kubernetes',
    },
    {
      title: 'NSA/CISA Kubernetes Hardening Guide 1.2, namespaces',
      url: 'https://media.defense.gov/2022/Aug/29/2003066362/-1/-1/0/CTR_KUBERNETES_HARDENING_GUIDANCE_1.2_20220829.PDF',
    },
  ],

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
