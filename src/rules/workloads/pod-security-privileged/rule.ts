import { levelOf, violations } from '../../../analysis/pod-security/evaluate.ts'
import { setPlace } from '../../../model/edit.ts'
import type { Pod } from '../../../model/pod.ts'
import type { Scene } from '../../../model/scene.ts'
import { defineRule } from '../../rule.ts'
import { isSystemNamespace } from '../namespace.ts'
import { ENFORCE } from '../pod-security-labels.ts'

export const podSecurityPrivileged = defineRule({
  id: 'pod-security-privileged',
  title: 'Enforce a Pod Security level that forbids something',
  topic: 'namespaces',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: Pod Security Standards, Privileged',
      url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#privileged',
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
    if (namespace.labels[ENFORCE] !== 'privileged' || isSystemNamespace(namespace.name)) return []
    return [
      {
        place: namespace.at('metadata', 'labels', ENFORCE),
        message: `Namespace "${namespace.name}" admits any pod by order: the level privileged forbids nothing.`,
        sure: true,
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // pods beyond the baseline level that are kept elsewhere are refused when they are next created
    edit: (namespace, { place }, scene) => {
      const pods = scene.podsIn(namespace.name)
      // Somebody chose this level, so it is only raised where all that is known to run there keeps the next one.
      const isNeedless = pods.length > 0 && pods.every((pod) => keepsBaseline(pod, scene))
      return isNeedless ? [setPlace(place, 'baseline')] : []
    },
  },
})

function keepsBaseline(pod: Pod, { kubernetes }: Scene): boolean {
  const view = { metadata: pod.metadata.value, spec: pod.value }
  const { level, sure } = levelOf(violations(view, { major: 1, minor: kubernetes.minor }))
  return level !== 'privileged' && sure
}
