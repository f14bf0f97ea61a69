import { removePlace } from '../../../model/edit.ts'
import { defineRule } from '../../rule.ts'
import { doubtAbout } from '../answer.ts'
import { addedCapabilities, capabilityName, powerOf } from '../capabilities.ts'

export const dangerousCapability = defineRule({
  id: 'dangerous-capability',
  title: 'Add no capability that reaches the node',
  topic: 'root-and-capabilities',
  severity: 'high',
  references: [
    {
      title: 'Pod Security Standards, Baseline: Capabilities',
      url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline',
    },
    {
      title: 'Linux manual, capabilities(7)',
      url: 'https://man7.org/linux/man-pages/man7/capabilities.7.html',
    },
    {
      title: 'CIS Kubernetes Benchmark 1.12, 5.2.9',
      url: 'https://www.cisecurity.org/benchmark/kubernetes',
    },
    {
      title: 'OWASP Kubernetes Top 10 2025, K01 Insecure Workload Configurations',
      url: 'https://owasp.org/www-project-kubernetes-top-ten/',
    },
  ],

  subject: 'container',
  check: (container) =>
    addedCapabilities(container).flatMap((capability) => {
      const name = capabilityName(capability)
      const does = name === undefined ? doubtAbout(capability) : powerOf(name)
      if (does === undefined) return []
      const who = `Container "${container.name}"`
      const message =
        name === undefined
          ? `${who} may add a dangerous capability: ${does}.`
          : `${who} adds ${name}, which ${does}.`
      return [{ place: capability.place, message, sure: name !== undefined }]
    }),

  fix: {
    risk: 'mayBreak', // what really uses the capability fails with "Operation not permitted"
    edit: (_, { place }) => [removePlace(place)],
  },
})
