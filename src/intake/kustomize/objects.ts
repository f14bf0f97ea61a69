import { itemsOf, memberNode, type MappingNode, type Node } from './node.ts'
import { refuse } from './refusal.ts'
import { kindOf, nameOf } from './resource-id.ts'

/** The objects among `documents`, lists taken apart. What is no object ends the build. */
export function objectsIn(documents: readonly Node[]): readonly MappingNode[] {
  const objects: MappingNode[] = []
  const waiting = [...documents]
  for (let node = waiting.shift(); node !== undefined; node = waiting.shift()) {
    if (isEmpty(node)) continue
    const object = objectOf(node)
    const items = memberNode(object, 'items')
    if (!kindOf(object).endsWith('List') || items === undefined) objects.push(object)
    else waiting.push(...itemsOf(items))
  }
  return objects
}

/** Whether all of `documents` could be objects: mappings with a kind and a name. */
export function areObjects(documents: readonly Node[]): boolean {
  return documents.every((node) => isEmpty(node) || (node.kind === 'mapping' && isNamed(node)))
}

function isEmpty(node: Node): boolean {
  switch (node.kind) {
    case 'scalar':
      return node.value === null
    case 'list':
      return node.members.length === 0
    case 'mapping':
      return node.members.size === 0
  }
}

function objectOf(node: Node): MappingNode {
  if (node.kind === 'mapping' && isNamed(node)) return node
  return refuse(node.origin, {
    message: 'This is no object: a kind or a name is missing.',
    remedy: 'Give it both, or take the file out of the kustomization.',
  })
}

function isNamed(node: MappingNode): boolean {
  const kind = kindOf(node)
  return kind !== '' && (kind.endsWith('List') || nameOf(node) !== '')
}
