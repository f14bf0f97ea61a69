import { allOf, isOn, isOneOf, not } from '../../../analysis/terraform/answers.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule, type Complaint } from '../../rule.ts'
import { complain } from '../complain.ts'
import {
  GKE_NODE_KINDS,
  gkePage,
  googleResource,
  isAutopilot,
  nodePoolsIn,
  type NodePool,
} from '../gke.ts'

const CHANNEL = ['release_channel', 0, 'channel'] as const
const SWITCHES = [
  { name: 'auto_upgrade', lacks: 'get no repairs of their system and kubelet by themselves' },
  { name: 'auto_repair', lacks: 'stay when they are broken' },
] as const

export const gkeChannel = defineRule({
  id: 'gke-channel',
  title: 'Let GKE upgrade and repair clusters and nodes by itself',
  topic: 'offer-and-upgrades',
  severity: 'high',
  references: [
    gkePage('About release channels', 'concepts/release-channels'),
    gkePage('Auto-upgrade nodes', 'how-to/node-auto-upgrades'),
    googleResource('node_pool'),
  ],

  subject: GKE_NODE_KINDS,
  check(resource) {
    return [...offChannel(resource), ...nodePoolsIn(resource).flatMap(unattended)]
  },
})

// A new cluster that does not say is put on a channel.
function offChannel(resource: Resource): readonly Complaint[] {
  const isOff = isOneOf(resource.get(...CHANNEL), ['UNSPECIFIED'], '')
  return complain(allOf(isOff, not(isAutopilot(resource))), resource.at(...CHANNEL), {
    wrong: `Cluster "${resource.name}" follows no release channel: nobody plans its versions.`,
    unclear: `Whether cluster "${resource.name}" follows a release channel cannot be told.`,
  })
}

function unattended({ part, told, exists }: NodePool): readonly Complaint[] {
  return SWITCHES.flatMap(({ name, lacks }) => {
    const path = ['management', 0, name] as const
    return complain(allOf(exists, not(isOn(part.get(...path), true))), part.at(...path), {
      wrong: `${told} has nodes that ${lacks}: ${name} is off.`,
      unclear: `${told} may have nodes that ${lacks}: its ${name} cannot be told.`,
    })
  })
}
