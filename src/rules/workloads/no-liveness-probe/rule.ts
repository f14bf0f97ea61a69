import { defineRule } from '../../rule.ts'
import { doubtAbout } from '../answer.ts'
import { missingProbe, probePort } from '../probe.ts'

export const noLivenessProbe = defineRule({
  id: 'no-liveness-probe',
  title: 'Let the kubelet notice when a container hangs',
  topic: 'resilience',
  severity: 'low',
  references: [
    {
      title: 'Kubernetes: Liveness, Readiness, and Startup Probes',
      url: 'https://kubernetes.io/docs/concepts/workloads/pods/probes/',
    },
    {
      title: 'Kubernetes: Configure Liveness, Readiness and Startup Probes',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/',
    },
  ],
  controls: { 'bsi-app-4.4': ['A11'] },

  subject: 'container',
  check(container) {
    const missing = missingProbe(container, 'livenessProbe')
    if (missing === undefined) return []
    const { field } = missing
    return [
      {
        place: container.at('livenessProbe'),
        message:
          field === undefined
            ? `Container "${container.name}" stays as it is when it hangs: it has no liveness probe.`
            : `Container "${container.name}" may stay as it is when it hangs: ${doubtAbout(field)}.`,
        sure: field === undefined,
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // what takes more than two minutes to open its port is restarted before it has
    edit: (container) =>
      probePort(container, 'livenessProbe', {
        initialDelaySeconds: 30,
        periodSeconds: 20,
        failureThreshold: 6,
      }),
  },
})
