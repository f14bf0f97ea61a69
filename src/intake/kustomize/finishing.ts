import type { Accumulation } from './accumulation.ts'
import { addHashes } from './hashing.ts'
import type { Item } from './item.ts'
import { followNames } from './name-references.ts'
import {
  entriesOf,
  mappingNode,
  memberNode,
  nodeAt,
  textNode,
  textOf,
  withMember,
  withoutMember,
  type MappingNode,
} from './node.ts'
import { resolveVariables } from './variables.ts'

// Objects with this annotation are for Kustomize alone.
const LOCAL = 'config.kubernetes.io/local-config'

/** Does what comes once at the end of a build: suffixes of generated names, names of others, variables. */
export function finish({ items, config, variables }: Accumulation): readonly Item[] {
  const named = followNames(addHashes(items), config)
  return resolveVariables(named, variables, config)
    .filter(({ node }) => !isLocal(node))
    .map((item) => ({ ...item, node: tidied(item.node) }))
}

function isLocal(object: MappingNode): boolean {
  const said = nodeAt(object, ['metadata', 'annotations', LOCAL])
  return said !== undefined && textOf(said) !== 'false'
}

// Kustomize writes all annotations anew as text, and leaves none empty.
function tidied(object: MappingNode): MappingNode {
  const metadata = memberNode(object, 'metadata')
  const annotations = memberNode(metadata, 'annotations')
  if (metadata?.kind !== 'mapping' || annotations === undefined) return object
  const texts = entriesOf(annotations).map(([key, node]) => {
    const isText = node.kind === 'scalar' && typeof node.value === 'string'
    return [key, isText ? node : textNode(textOf(node), node.origin)] as const
  })
  const changed =
    texts.length === 0
      ? withoutMember(metadata, 'annotations')
      : withMember(metadata, 'annotations', mappingNode(texts, annotations.origin))
  return withMember(object, 'metadata', changed)
}
