import { allOf, isOn } from '../../../analysis/terraform/answers.ts'
import { defineRule } from '../../rule.ts'
import { openingOf } from '../access-lists.ts'
import { complain, scalewayResource } from '../complain.ts'

export const scwBastionOpen = defineRule({
  id: 'scw-bastion-open',
  title: 'List who may reach the SSH bastion of a public gateway',
  topic: 'node-network',
  severity: 'high',
  references: [
    scalewayResource('scaleway_vpc_public_gateway'),
    {
      title: 'Scaleway: Public Gateways API, allowed IPs',
      url: 'https://www.scaleway.com/en/developers/api/public-gateway/allowed-ips',
    },
  ],

  subject: ['scaleway_vpc_public_gateway'],
  check(gateway) {
    const whole = gateway.get('allowed_ip_ranges')
    const ranges = whole?.resolved === false ? [whole] : gateway.list('allowed_ip_ranges')
    // The list begins with 0.0.0.0/0 when nobody writes one.
    const missing = {
      place: gateway.at('bastion_enabled'),
      sure: true,
      told: '0.0.0.0/0, the default',
    }
    const opening = ranges.length === 0 ? missing : openingOf(ranges)
    if (opening === undefined) return []
    const isOpen = opening.sure ? 'yes' : 'cannot tell'
    return complain(allOf(isOn(gateway.get('bastion_enabled'), false), isOpen), opening.place, {
      wrong: `The SSH bastion of gateway "${gateway.name}" answers half of the internet or more: ${opening.told}.`,
      unclear: `Whom the SSH bastion of gateway "${gateway.name}" answers cannot be told.`,
    })
  },
})
