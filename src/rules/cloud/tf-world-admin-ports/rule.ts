import { defineRule } from '../../rule.ts'
import { FIREWALLS } from '../firewall-rules.ts'
import { isApiServerAlone, worldOpenings } from '../world-openings.ts'

export const tfWorldAdminPorts = defineRule({
  id: 'tf-world-admin-ports',
  title: 'Let nobody from the internet reach ports that administrators need',
  topic: 'node-network',
  severity: 'critical',
  references: [
    {
      title: 'Kubernetes: Ports and Protocols',
      url: 'https://kubernetes.io/docs/reference/networking/ports-and-protocols/',
    },
    {
      title: 'Amazon VPC: Security group rules',
      url: 'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
    },
  ],
  controls: { 'ms-threat-matrix': ['MS-TA9029', 'MS-TA9030'] },

  subject: FIREWALLS,
  check: (firewall) =>
    worldOpenings(firewall)
      .filter((opening) => !isApiServerAlone(opening))
      .map(({ place, message, sure }) => ({ place, message, sure })),
})
