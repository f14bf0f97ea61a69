import type { Accumulation } from './accumulation.ts'
import { addHashes } from './hashing.ts'
import type { Item } from './item.ts'
import { addPairs, METADATA_LABELS } from './labelling.ts'
import { followNames } from './name-references.ts'
import {
  decidedBy,
  entriesOf,
  itemsOf,
  mappingNode,
  memberNode,
  nodeAt,
  textNode,
  textOf,
  withMember,
  withoutMember,
  type MappingNode,
  type Node,
} from './node.ts'
import { resolveVariables } from './variables.ts'

// Objects with this annotation are for Kustomize alone.
const LOCAL = 'config.kubernetes.io/local-config'

/**
 * Does what comes once at the end of a build: suffixes of generated names, names of others, variables, and the label that
 * `buildMetadata` of the outermost kustomization asks for. The annotations it may ask for tell of files and are left out.
 */
export function finish(
  { items, config, variables }: Accumulation,
  buildMetadata: Node | undefined,
): readonly Item[] {
  const named = followNames(addHashes(items), config)
  const kept = resolveVariables(named, variables, config).filter(({ node }) => !isLocal(node))
  const said = itemsOf(buildMetadata).find((node) => textOf(node) === 'managedByLabel')
  const label =
    said &&
    mappingNode([[LABEL, textNode(MANAGER, decidedBy(said.origin, said.origin))]], said.origin)
  const labelled = addPairs(kept, label, [METADATA_LABELS])
  return labelled.map((item) => ({ ...item, node: tidied(item.node) }))
}

const LABEL = 'app.kubernetes.io/managed-by'
// The version that kubectl 1.35 brings.
const MANAGER = 'kustomize-v5.7.1'

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
