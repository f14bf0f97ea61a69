import { defineRule } from '../../rule.ts'
import { doubtAbout } from '../answer.ts'
import { missingProbe, probePort } from '../probe.ts'

export const noReadinessProbe = defineRule({
  id: 'no-readiness-probe',
  title: 'Send requests only to containers that can answer',
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
    // Knative writes one that opens the port.
    if (container.pod.owner.type.startsWith('serving.knative.dev/')) return []
    const missing = missingProbe(container, 'readinessProbe')
    if (missing === undefined) return []
    const { field } = missing
    return [
      {
        place: container.at('readinessProbe'),
        message:
          field === undefined
            ? `Container "${container.name}" counts as ready the moment it starts: it has no readiness probe.`
            : `Container "${container.name}" may count as ready the moment it starts: ${doubtAbout(field)}.`,
        sure: field === undefined,
      },
    ]
  },

  fix: {
    risk: 'mayBreak', // what does not listen on the port it declares, or on localhost only, never gets a request
    edit: (container) => probePort(container, 'readinessProbe'),
  },
})
