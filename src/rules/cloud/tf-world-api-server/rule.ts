import { defineRule } from '../../rule.ts'
import { FIREWALLS } from '../firewall-rules.ts'
import { isApiServerAlone, worldOpenings } from '../world-openings.ts'

export const tfWorldApiServer = defineRule({
  id: 'tf-world-api-server',
  title: 'Let listed ranges alone reach the port of the API server',
  topic: 'api-endpoint',
  severity: 'high',
  references: [
    {
      title: 'Kubernetes: Ports and Protocols',
      url: 'https://kubernetes.io/docs/reference/networking/ports-and-protocols/',
    },
    {
      title: 'Kubernetes: Security Checklist, network security',
      url: 'https://kubernetes.io/docs/concepts/security/security-checklist/#network-security',
    },
  ],

  subject: FIREWALLS,
  check: (firewall) =>
    worldOpenings(firewall)
      .filter(isApiServerAlone)
      .map(({ place, message, sure }) => ({ place, message, sure })),
})
