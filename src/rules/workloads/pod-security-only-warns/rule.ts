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
  ],
  controls: {
    nsa: ['A4'],
    'cis-1.12': ['5.2.1'],
    'owasp-k8s-2022': ['K04'],
    'owasp-k8s-2025': ['K04'],
    'k8s-checklist': ['pod-security/2', 'admission/2'],
    'k8s-app-checklist': ['pod/4'],
    'pci-containers': ['3.1.a'],
    'stig-v2r3': ['V-254800'],
  },

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
