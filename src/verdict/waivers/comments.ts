import { groupByAll } from '../../base/group.ts'
import {
  membersOf,
  sourceAt,
  spanOf,
  type Document,
  type Path,
  type Span,
} from '../../model/document.ts'
import { isList, valueAt } from '../../model/part.ts'
import type { Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'
import { positionAt, type Source } from '../../model/source.ts'
import { LIFT_WORDS, type WrittenLift } from './written-lifts.ts'

const MARK = 'portolan:'

/**
 * The comments that lift a restriction: `# portolan: lift RULE until=… owner=… -- reason`. Each speaks of what begins on
 * the next line that is no comment, a field or a whole object or container, and of all below it, written or not. What
 * looks like one within a text is a part of that text. O(text), and O(nodes) for a file that has one.
 */
export function liftComments(resources: readonly Resource[]): readonly WrittenLift[] {
  const bySource = groupByAll(resources, ({ document }) => sourcesOf(document))
  return [...bySource].flatMap(([source, list]) =>
    source.text.includes(MARK)
      ? commentsOf(
          source,
          list.map(({ document }) => document),
        )
      : [],
  )
}

// A file that lifts more than this was made to be hard to read.
const MOST_COMMENTS = 1000

function commentsOf(source: Source, documents: readonly Document[]): readonly WrittenLift[] {
  const { text } = source
  const texts = textsWithMark(documents, source)
  const isInText = (offset: number): boolean =>
    texts.some(({ start, end }) => start <= offset && offset < end)
  const lifts: WrittenLift[] = []
  for (let at = text.indexOf(MARK); at !== -1; at = text.indexOf(MARK, at + 1)) {
    const hash = hashBefore(text, at)
    if (hash === undefined || isInText(hash)) continue
    if (lifts.length === MOST_COMMENTS) break
    const words = text.slice(at + MARK.length, endOfLine(text, at)).trim()
    lifts.push(liftOf(words, source, hash, documents))
  }
  return lifts
}

// A number sign begins a comment only where a blank or nothing stands before it.
function hashBefore(text: string, at: number): number | undefined {
  let hash = at - 1
  while (text[hash] === ' ' || text[hash] === '\t') hash--
  if (text[hash] !== '#') return undefined
  return hash === 0 || /\s/.test(text[hash - 1] ?? '') ? hash : undefined
}

// Objects of one file share its layout; a made one has its own, with nodes in several files.
function textsWithMark(documents: readonly Document[], source: Source): readonly Span[] {
  const byLayout = new Map(documents.map((document) => [document.layout, document]))
  return [...byLayout.values()].flatMap((document) => textsIn(document, source))
}

// An empty list or mapping has no members either and may hold a comment, but a text never begins like one.
function textsIn(document: Document, source: Source): readonly Span[] {
  const { layout } = document
  return layout.keys.flatMap((_, node) => {
    if (sourceAt(document, node) !== source) return []
    const span = spanOf(layout, node)
    const isText =
      membersOf(layout, node).length === 0 && !/[[{]/.test(source.text[span.start] ?? '')
    return isText && source.text.slice(span.start, span.end).includes(MARK) ? [span] : []
  })
}

function liftOf(
  words: string,
  source: Source,
  hash: number,
  documents: readonly Document[],
): WrittenLift {
  const { line, column } = positionAt(source, hash)
  const [head = '', ...rest] = words.split(' -- ')
  const [order, rule = '', ...terms] = head.split(/\s+/)
  const read = termsOf(terms)
  const places = placesBelow(source, hash, documents)
  const problem =
    order !== 'lift'
      ? `"portolan: ${order ?? ''}" is no order.`
      : (read.problem ??
        (isAlone(source.text, hash) ? undefined : BESIDE) ??
        (places.length === 0 ? ABOVE_NOTHING : undefined))
  return {
    source: 'comment',
    at: `${source.file}:${line}:${column}`,
    rule,
    terms: read.terms,
    reason: rest.join(' -- ').trim(),
    places,
    ...(problem !== undefined && { problem }),
  }
}

const BESIDE = 'It stands behind a field, not on a line of its own above it.'
const ABOVE_NOTHING = 'No field of an object begins on the line below it.'

function termsOf(words: readonly string[]): {
  readonly terms: ReadonlyMap<string, string>
  readonly problem?: string
} {
  const terms = new Map<string, string>()
  for (const text of words) {
    const sign = text.indexOf('=')
    const word = sign === -1 ? text : text.slice(0, sign)
    const known: readonly string[] = LIFT_WORDS
    if (!known.includes(word))
      return { terms, problem: `"${word}" is no word of it: two dashes come before the reason.` }
    if (terms.has(word)) return { terms, problem: `It says "${word}" twice.` }
    terms.set(word, sign === -1 ? '' : text.slice(sign + 1))
  }
  return { terms }
}

function isAlone(text: string, hash: number): boolean {
  return text.slice(text.lastIndexOf('\n', hash - 1) + 1, hash).trim() === ''
}

function placesBelow(
  source: Source,
  hash: number,
  documents: readonly Document[],
): readonly Place[] {
  const line = lineBelow(source.text, hash)
  if (line === undefined) return []
  return documents.flatMap((document) =>
    pathsOn(document, source, line).map((path) => ({ document, path })),
  )
}

interface Line {
  readonly from: number
  readonly until: number
}

// Comments may be stacked, and one above the line that separates objects speaks of the one below.
function lineBelow(text: string, offset: number): Line | undefined {
  for (let from = endOfLine(text, offset) + 1; from < text.length;) {
    const until = endOfLine(text, from)
    const words = text.slice(from, until).trim()
    if (words !== '' && words !== '---' && !words.startsWith('#')) return { from, until }
    from = until + 1
  }
  return undefined
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  return end === -1 ? text.length : end
}

// The outermost fields that begin on a line; what an alias repeats is spoken of where it is written only.
function pathsOn(document: Document, source: Source, line: Line): readonly Path[] {
  const { layout, value, making } = document
  const visit = (node: number, path: Path): readonly Path[] => {
    const { key, start, end } = spanOf(layout, node)
    const begin = key === -1 ? start : key
    const isOutside = begin >= line.until || end <= line.from
    const isOwn = sourceAt(document, node) === source
    if (isOwn && !isOutside && begin >= line.from) return [path]
    // The members of a made mapping may stand anywhere.
    if (isOutside && making === undefined) return []
    const isSequence = isList(valueAt(value, path))
    return membersOf(layout, node).flatMap((member, index) =>
      visit(member, [...path, isSequence ? index : (layout.keys[member] ?? '')]),
    )
  }
  return visit(document.node, [])
}

function sourcesOf({ source, making }: Document): readonly Source[] {
  return making?.sources ?? [source]
}
