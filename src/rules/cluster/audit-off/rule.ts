import { defineRule } from '../../rule.ts'
import { doubtAbout } from '../doubt.ts'

const BACKENDS = ['audit-log-path', 'audit-webhook-config-file'] as const

export const auditOff = defineRule({
  id: 'audit-off',
  title: 'Switch the audit log of the API server on',
  topic: 'audit-log',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: Auditing',
      url: 'https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/',
    },
  ],
  controls: {
    'cis-1.12': ['1.2.16', '3.2.1'],
    'stig-v2r3': ['V-242402', 'V-242461', 'V-242465'],
    'k8s-checklist': ['logs/1'],
  },

  subject: ['kube-apiserver'],
  check(apiServer) {
    const policy = apiServer.setting('audit-policy-file')
    if (!policy.sure) return [doubtAbout(policy, 'Nothing of what happens may be recorded')]
    if (policy.value === undefined || policy.value === '') {
      const message =
        'Nothing of what happens in the cluster is recorded: there is no audit policy.'
      return [{ place: policy.place, message, sure: true }]
    }
    const backends = BACKENDS.map((name) => apiServer.setting(name))
    if (backends.some(({ value = '' }) => value !== '')) return []
    const unsure = backends.find(({ sure }) => !sure)
    if (unsure !== undefined) return [doubtAbout(unsure, 'The audit log may go nowhere')]
    const message =
      'The audit log goes nowhere: there is a policy, but neither a file nor a webhook.'
    return [{ place: policy.place, message, sure: true }]
  },
})
