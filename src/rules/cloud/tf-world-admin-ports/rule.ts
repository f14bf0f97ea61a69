import type { Resource } from '../../../model/resource.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { FIREWALLS, inboundRules, rulesArgument } from '../firewall-rules.ts'
import { openingBy, type InboundRule } from '../inbound-rule.ts'
import { adminPortsIn } from '../port-range.ts'

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
  check(firewall) {
    const rules = inboundRules(firewall)
    if (rules === undefined) {
      const place = firewall.at(rulesArgument(firewall))
      return [
        {
          place,
          message: `Whom "${firewall.name}" lets in, and where, cannot be told.`,
          sure: false,
        },
      ]
    }
    return rules.flatMap((rule) => complain(rule, firewall))
  },
})

function complain(rule: InboundRule, { name }: Resource): readonly Complaint[] {
  const opening = openingBy(rule)
  const ports = rule.ports && adminPortsIn(rule.ports)
  if (opening === undefined || ports?.length === 0) return []
  const { place, told } = opening
  const sure = opening.sure && ports !== undefined
  const what =
    ports === undefined || ports.length > 2 ? 'ports for administrators' : ports.join(' and ')
  const message = sure
    ? `"${name}" lets half of the internet or more (${told}) reach ${what}.`
    : `Whether "${name}" lets the internet reach ${what} cannot be told.`
  return [{ place, message, sure }]
}
