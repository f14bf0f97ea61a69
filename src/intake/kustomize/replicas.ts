import { changeField, type FieldSpec } from './field-spec.ts'
import { allIds, type Item } from './item.ts'
import { decidedBy, memberNode, textOf, type Node } from './node.ts'
import { refuse } from './refusal.ts'
import { isSelected } from './resource-id.ts'

/** Does what one entry of the field `replicas` says. */
export function setReplicas(
  items: readonly Item[],
  entry: Node,
  specs: readonly FieldSpec[],
): readonly Item[] {
  const name = textOf(memberNode(entry, 'name'))
  const count = memberNode(entry, 'count')
  let isFound = false
  let current = items
  for (const spec of specs) {
    current = current.map((item) => {
      const isMeant = allIds(item).some((id) => id.name === name && isSelected(id, spec))
      if (!isMeant || count === undefined) return item
      isFound = true
      const change = (field: Node): Node => replicasNode(field, count)
      const options = { change, missing: 'scalar' as const, origin: count.origin }
      return { ...item, node: changeField(item.node, spec, options) }
    })
  }
  return isFound ? current : noOne(entry, name)
}

function replicasNode(field: Node, count: Node): Node {
  if (field.kind !== 'scalar' || field.text === '' || count.kind !== 'scalar') return count
  return { ...count, origin: decidedBy(field.origin, count.origin) }
}

function noOne(entry: Node, name: string): never {
  return refuse(entry.origin, {
    message: `No workload of the build is called "${name}".`,
    remedy: 'Name a Deployment, StatefulSet, ReplicaSet or ReplicationController of the build.',
  })
}
