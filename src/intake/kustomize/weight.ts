import type { Node } from './node.ts'

// Steps share what they do not change, so most of a value is weighed once.
const weights = new WeakMap<Node, number>()

/** How many nodes a value has. O(nodes that were not weighed before). */
export function weightOf(node: Node): number {
  if (node.kind === 'scalar') return 1
  const known = weights.get(node)
  if (known !== undefined) return known
  let weight = 1
  for (const member of node.members.values()) weight += weightOf(member)
  weights.set(node, weight)
  return weight
}
