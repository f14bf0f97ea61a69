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
