import { setField } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'
import { isSystemNamespace } from '../namespace.ts'
import { AUDIT, ENFORCE, WARN } from '../pod-security-labels.ts'

export const podSecurityOnlyWarns = defineRule({
  id: 'pod-security-only-warns',
  title: 'Enforce the Pod Security level, do not only warn of it',
  topic: 'namespaces',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Pod Security Admission, labels for namespaces',
      url: 'https://kubernetes.io/docs/concepts/security/pod-security-admission/#pod-security-admission-labels-for-namespaces',
    },
    {
      title: 'Kubernetes: Security Checklist, pod security',
      url: 'https://kubernetes.io/docs/concepts/security/security-checklist/#pod-security',
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
    const { labels } = namespace
    const warns = labels[WARN] !== undefined
    if (isSystemNamespace(namespace.name) || (!warns && labels[AUDIT] === undefined)) return []
    if (namespace.get('metadata', 'labels', ENFORCE) !== undefined) return []
    return [
      {
        place: namespace.at('metadata', 'labels', ENFORCE),
        message: `Namespace "${namespace.name}" ${warns ? 'warns of' : 'records'} pods that break a level, and admits them: none is enforced.`,
        sure: true,
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // pods beyond the baseline level are refused when they are next created
    edit: (namespace) => [setField(namespace, ['metadata', 'labels', ENFORCE], 'baseline')],
  },
})
