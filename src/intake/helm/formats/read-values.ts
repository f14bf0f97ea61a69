import { membersOf, spanOf, type Document } from '../../../model/document.ts'
import type { Mark } from '../../../model/making.ts'
import { isList as isPlainList, isMapping } from '../../../model/part.ts'
import type { Source } from '../../../model/source.ts'
import { readYaml } from '../../yaml/read-yaml.ts'
import { setMark } from '../template/marks.ts'
import type { Dict, Value } from '../template/value.ts'

/** Tells where a node of a document is written. */
type MarkNode = (node: number) => Mark | undefined

/** The values of a document, each with its place in the file. O(nodes). */
export function valuesOf(document: Document, markNode: MarkNode = marker(document)): Value {
  return convert(document, document.node, document.value, markNode)
}

function marker({ source, layout }: Document): MarkNode {
  return (node) => {
    const { key, start, end } = spanOf(layout, node)
    // A collection is found at its key.
    const isCollection = (layout.offsets[4 * node + 3] ?? 0) > node + 1
    return { source, start: isCollection && key !== -1 ? key : start, end }
  }
}

function convert(document: Document, node: number, value: unknown, markNode: MarkNode): Value {
  if (isPlainList(value)) {
    const nodes = membersOf(document.layout, node)
    const list = value.map((member, index) =>
      convert(document, nodes[index] ?? node, member, markNode),
    )
    nodes.forEach((member, index) => setMark(list, index, markNode(member)))
    return list
  }
  if (isMapping(value)) return convertMapping(document, node, value, markNode)
  return scalar(value)
}

function convertMapping(
  document: Document,
  node: number,
  value: Readonly<Record<string, unknown>>,
  markNode: MarkNode,
): Dict {
  const dict: Dict = new Map()
  const { layout } = document
  for (const member of membersOf(layout, node)) {
    const key = layout.keys[member] ?? ''
    dict.set(key, convert(document, member, value[key], markNode))
    setMark(dict, key, markNode(member))
  }
  return dict
}

// Go reads YAML by way of JSON, where every number is a float.
function scalar(value: unknown): Value {
  if (typeof value === 'bigint') return Number(value)
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : null
}

/** A plain value, such as JSON.parse or our reader gave; large integers stay exact. */
export function valueOfJson(value: unknown): Value {
  if (typeof value === 'bigint') return value
  if (isPlainList(value)) return value.map(valueOfJson)
  if (!isMapping(value)) return scalar(value)
  return new Map(Object.entries(value).map(([key, member]) => [key, valueOfJson(member)]))
}

/** What a text of YAML says, or why it says nothing. */
export type YamlValue =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'broken'; readonly message: string }

/** Reads the first document of a text as fromYaml does. `markAt` tells where a stretch of it comes from. */
export function readYamlText(
  text: string,
  markAt: (start: number, end: number) => Mark | undefined,
): YamlValue {
  const source: Source = { file: 'text', text }
  const { documents, faults } = readYaml(source)
  const broken = faults.find(({ code }) => code !== 'INTAKE_DUPLICATE_KEY')
  if (broken !== undefined) return { kind: 'broken', message: broken.message }
  const [document] = documents
  if (document === undefined) return { kind: 'value', value: null }
  const markNode: MarkNode = (node) => {
    const { start, end } = spanOf(document.layout, node)
    return markAt(start, end)
  }
  return { kind: 'value', value: valuesOf(document, markNode) }
}
