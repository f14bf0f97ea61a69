import type { Resource } from '../../../model/resource.ts'
import { defineRule } from '../../rule.ts'
import { firstOfAlike, nodeFact, nodeWords } from '../nodes.ts'
import { systemEnd } from '../system-end.ts'
import { SYSTEM_LIFETIMES } from '../system-lifetimes.data.ts'

export const nodeOsEol = defineRule({
  id: 'node-os-eol',
  title: 'Run nodes on systems that are still mended',
  topic: 'node-system',
  severity: 'high',
  references: [
    {
      title: 'endoflife.date: when operating systems come to their end',
      url: 'https://github.com/endoflife-date/endoflife.date',
    },
  ],
  controls: { 'stig-v2r3': ['V-242443'] },
  facts: [SYSTEM_LIFETIMES],

  subject: ['Node'],
  check(node, scene) {
    const alike = firstOfAlike(node, scene, osOf)
    const end = systemEnd(osOf(node) ?? '', SYSTEM_LIFETIMES.products, scene.today)
    if (alike === undefined || end === undefined) return []
    const message = `${nodeWords(node, alike.count)} runs ${end.what}, which gets no updates since ${end.ended}.`
    return [{ place: node.at('status', 'nodeInfo', 'osImage'), message, sure: true }]
  },
})

function osOf(node: Resource): string | undefined {
  return nodeFact(node, 'osImage')
}
