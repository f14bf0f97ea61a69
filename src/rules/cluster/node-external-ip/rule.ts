import { memberOf, type Field } from '../../../model/part.ts'
import type { Resource } from '../../../model/resource.ts'
import { defineRule } from '../../rule.ts'
import { isControlPlaneNode, nodeWords } from '../nodes.ts'

export const nodeExternalIp = defineRule({
  id: 'node-external-ip',
  title: 'Keep worker nodes off the internet',
  topic: 'node-isolation',
  severity: 'medium',
  references: [
    {
      title: 'Kubernetes: Node Status, addresses',
      url: 'https://kubernetes.io/docs/reference/node/node-status/#addresses',
    },
  ],
  controls: { 'ms-threat-matrix': ['MS-TA9029'], nsa: ['B5'] },

  subject: ['Node'],
  check(node, scene) {
    const open = scene.ofKind('Node').filter((each) => addressOf(each) !== undefined)
    const address = addressOf(node)
    if (address === undefined || open[0] !== node) return []
    const message = `${nodeWords(node, open.length)} has an address of the internet: its ports are as open as its firewall lets them.`
    return [{ place: address.place, message, sure: true }]
  },
})

function addressOf(node: Resource): Field | undefined {
  if (isControlPlaneNode(node)) return undefined
  return node.list('status', 'addresses').find(({ value }) => isPublic(value))
}

// Some clouds write the private address a second time under that name.
function isPublic(address: unknown): boolean {
  const ip = memberOf(address, 'address')
  if (memberOf(address, 'type') !== 'ExternalIP' || typeof ip !== 'string') return false
  return !/^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|f[cd]|fe80)/i.test(
    ip,
  )
}
