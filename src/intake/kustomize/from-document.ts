import { membersOf, sourceAt, spanOf, type Document } from '../../model/document.ts'
import { CERTAINTY } from '../../model/making.ts'
import { isList, isMapping, memberOf } from '../../model/part.ts'
import type { Source } from '../../model/source.ts'
import { listNode, type Certainty, type Node, type Origin, type ScalarNode } from './node.ts'

/** Where a node of a document really stands, given its span: most often where it says itself. */
export type Locator = (key: number, start: number, end: number, node: number) => Origin

/** The locator of a text that is a file of its own. */
export function verbatimIn(source: Source): Locator {
  return (key, start, end) => ({
    source,
    key,
    start,
    end,
    certainty: CERTAINTY.verbatim,
    decider: undefined,
  })
}

/** The locator of a document that another program's work made: each of its nodes knows its own file. */
export function madeFor(document: Document): Locator {
  const { making } = document
  if (making === undefined) return verbatimIn(document.source)
  return (key, start, end, node) => ({
    source: sourceAt(document, node),
    key,
    start,
    end,
    certainty: certaintyOf(making.certainty[node]),
    decider: making.deciders[making.deciderOf[node] ?? -1],
  })
}

function certaintyOf(number: number | undefined): Certainty {
  if (number === CERTAINTY.verbatim) return CERTAINTY.verbatim
  return number === CERTAINTY.line ? CERTAINTY.line : CERTAINTY.file
}

/** Makes the nodes of a document. O(nodes). */
export function nodesOf(document: Document, locate: Locator): Node {
  return nodeFrom({ document, locate }, document.node, document.value)
}

interface Reading {
  readonly document: Document
  readonly locate: Locator
}

function nodeFrom(reading: Reading, node: number, value: unknown): Node {
  const { layout } = reading.document
  const { key, start, end } = spanOf(layout, node)
  const origin = reading.locate(key, start, end, node)
  if (isList(value)) {
    const members = membersOf(layout, node)
    const nodes = value.map((member, index) => nodeFrom(reading, members[index] ?? node, member))
    return listNode(nodes, origin)
  }
  if (isMapping(value)) {
    const members = membersOf(layout, node).map((member) => {
      const name = layout.keys[member] ?? ''
      const written = keyWritten(reading.document, member, name)
      return [written, nodeFrom(reading, member, memberOf(value, name))] as const
    })
    return { kind: 'mapping', members: new Map(members), origin }
  }
  return { kind: 'scalar', ...scalarFrom(value, writtenAt(origin)), origin }
}

// What a template wrote stands in no file.
function writtenAt({ source, start, end, certainty }: Origin): string {
  return certainty === CERTAINTY.verbatim ? source.text.slice(start, end) : ''
}

function keyWritten(document: Document, node: number, name: string): string {
  if (name !== 'true' && name !== 'false') return name
  const { layout } = document
  const source = sourceAt(document, node)
  const written = /^\w*/.exec(source.text.slice(spanOf(layout, node).key))?.[0] ?? ''
  return isWord(written) ? written : name
}

function scalarFrom(
  value: unknown,
  written: string,
): Pick<ScalarNode, 'value' | 'text' | 'isTrue'> {
  switch (typeof value) {
    case 'string':
      return { value, text: value }
    case 'boolean':
      // Kustomize reads YAML 1.2: `yes` and `off` are words to it, and stay words in what it builds.
      return isWord(written)
        ? { value: written, text: written, isTrue: value }
        : { value, text: String(value) }
    case 'number':
    case 'bigint':
      return { value, text: /^[-+.\w]+$/.test(written) ? written : String(value) }
    default:
      return { value: null, text: written }
  }
}

function isWord(written: string): boolean {
  return /^(?:y|n|yes|no|on|off)$/i.test(written)
}
