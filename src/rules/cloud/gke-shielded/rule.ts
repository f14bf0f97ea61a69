import { allOf, isOn, not } from '../../../analysis/terraform/answers.ts'
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

const INSTANCE = ['node_config', 0, 'shielded_instance_config', 0] as const
const SWITCHES = [
  { name: 'enable_secure_boot', fallback: false, lacks: 'boot whatever stands on their disk' },
  { name: 'enable_integrity_monitoring', fallback: true, lacks: 'boot without being measured' },
] as const

export const gkeShielded = defineRule({
  id: 'gke-shielded',
  title: 'Boot the nodes of GKE shielded, securely and measured',
  topic: 'node-machines',
  severity: 'medium',
  references: [
    gkePage('Use Shielded GKE Nodes', 'how-to/shielded-gke-nodes'),
    googleResource('cluster'),
    googleResource('node_pool'),
  ],

  subject: GKE_NODE_KINDS,
  check(resource) {
    return [...unshielded(resource), ...nodePoolsIn(resource).flatMap(bootOf)]
  },
})

function unshielded(resource: Resource): readonly Complaint[] {
  if (resource.type !== 'google_container_cluster') return []
  const isOff = not(isOn(resource.get('enable_shielded_nodes'), true))
  return complain(allOf(isOff, not(isAutopilot(resource))), resource.at('enable_shielded_nodes'), {
    wrong: `Nodes of cluster "${resource.name}" need not prove who they are: it makes no Shielded Nodes.`,
    unclear: `Whether cluster "${resource.name}" makes Shielded Nodes cannot be told.`,
  })
}

function bootOf({ part, told, exists }: NodePool): readonly Complaint[] {
  return SWITCHES.flatMap(({ name, fallback, lacks }) => {
    const isOff = not(isOn(part.get(...INSTANCE, name), fallback))
    return complain(allOf(exists, isOff), part.at(...INSTANCE, name), {
      wrong: `${told} has nodes that ${lacks}: ${name} is not on.`,
      unclear: `${told} may have nodes that ${lacks}: its ${name} cannot be told.`,
    })
  })
}
