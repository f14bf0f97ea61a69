import { setField } from '../../../model/edit.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule } from '../../rule.ts'
import { isSystemNamespace } from '../namespace.ts'
import { ENFORCE, LEVEL_LABELS } from '../pod-security-labels.ts'

export const namespaceWithoutPodSecurity = defineRule({
  id: 'namespace-without-pod-security',
  title: 'Give every namespace a Pod Security level that is enforced',
  topic: 'namespaces',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Enforce Pod Security Standards with Namespace Labels',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/enforce-standards-namespace-labels/',
    },
    {
      title: 'CIS Kubernetes Benchmark 1.12, 5.2.1',
      url: 'https://www.cisecurity.org/benchmark/kubernetes',
    },
    {
      title: 'OWASP Kubernetes Top 10 2025, K04 No Cluster-Level Policy Enforcement',
      url: 'https://owasp.org/www-project-kubernetes-top-ten/',
    },
  ],

  subject: ['Namespace'],
  check(namespace) {
    // What runs the cluster needs the node; and labels that only warn are pod-security-only-warns.
    if (isSystemNamespace(namespace.name) || saysAnything(namespace)) return []
    return [
      {
        place: namespace.at('metadata', 'labels', ENFORCE),
        message: `Namespace "${namespace.name}" admits any pod, privileged ones included: no level is enforced.`,
        sure: true,
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // pods beyond the baseline level are refused when they are next created
    edit: (namespace) => [setField(namespace, ['metadata', 'labels', ENFORCE], 'baseline')],
  },
})

function saysAnything(namespace: Resource): boolean {
  return LEVEL_LABELS.some((label) => namespace.get('metadata', 'labels', label) !== undefined)
}
