import { createHash } from 'node:crypto'
import { remembered, withMetadata, type Item } from './item.ts'
import { decidedBy, memberNode, plainOf, textNode, textOf, withMember, type Node } from './node.ts'
import { kindOf } from './resource-id.ts'

/** Gives generated objects the suffix that follows their content. */
export function addHashes(items: readonly Item[]): readonly Item[] {
  return items.map((item) => (item.generated?.needsHash === true ? hashed(item) : item))
}

function hashed(item: Item): Item {
  const suffix = contentHash(item.node)
  const kept = remembered(item)
  return {
    ...kept,
    node: withMetadata(kept.node, (metadata) => {
      const name = memberNode(metadata, 'name')
      const origin = name?.origin ?? metadata.origin
      return withMember(
        metadata,
        'name',
        textNode(`${textOf(name)}-${suffix}`, decidedBy(origin, origin)),
      )
    }),
  }
}

/**
 * The ten characters that Kustomize puts behind the name of a generated ConfigMap or Secret. Source: sigs.k8s.io/kustomize,
 * api/hasher: SHA-256 of the content as JSON, with the digits that spell words replaced.
 */
function contentHash(object: Node): string {
  const kind = kindOf(object)
  const isSecret = kind === 'Secret'
  // The name is always empty: the hash never depended on it.
  const content = {
    ...(isSecret ? {} : optional('binaryData', object)),
    data: fieldOf('data', object),
    kind,
    name: '',
    ...(isSecret ? { ...optional('stringData', object), type: fieldOf('type', object) } : {}),
  }
  const sum = createHash('sha256').update(goJson(content)).digest('hex').slice(0, 10)
  return sum.replaceAll(/[013ae]/g, (digit) => REPLACED[digit] ?? digit)
}

const REPLACED: Readonly<Record<string, string>> = { 0: 'g', 1: 'h', 3: 'k', a: 'm', e: 't' }

function fieldOf(key: string, object: Node): unknown {
  const field = memberNode(object, key)
  return field === undefined ? '' : plainOf(field)
}

function optional(key: string, object: Node): Readonly<Record<string, unknown>> {
  const field = memberNode(object, key)
  return field?.kind === 'mapping' ? { [key]: plainOf(field) } : {}
}

// Go sorts the keys of maps and escapes what HTML would read.
function goJson(value: unknown): string {
  const sorted = JSON.stringify(value, (_, member: unknown) => {
    if (typeof member !== 'object' || member === null || Array.isArray(member)) return member
    const entries = Object.entries(member).sort(([one], [other]) => (one < other ? -1 : 1))
    return Object.fromEntries(entries)
  })
  return sorted.replaceAll(/[<>&\u2028\u2029]/g, (sign) => {
    return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}
