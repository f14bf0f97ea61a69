import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import * as v from 'valibot'
import { expect, it } from 'vitest'
import { membersOf, spanOf, type Document, type Layout } from '../../model/document.ts'
import { unusualFinder } from './characters.ts'
import { readFast } from './fast-reader.ts'
import { finishLayout, startLayout } from './layout-table.ts'
import { readByLibrary } from './library.ts'
import { DEFAULT_YAML_LIMITS } from './limits.ts'
import { readYaml } from './read-yaml.ts'
import { isBroken, type Reading } from './reading.ts'
import { splitDocuments } from './split-documents.ts'

const RUNS = { numRuns: 1500 }

const GOLDEN_TEXTS = ['structures', 'suite'].flatMap((name) => {
  const text = readFileSync(new URL(`golden/${name}.json`, import.meta.url), 'utf8')
  return v.parse(v.array(v.object({ yaml: v.string() })), JSON.parse(text)).map(({ yaml }) => yaml)
})
const ONCE_DIFFERENT = [
  "a: 'b''\nb:  c'\n",
  "a: 'b''\nk: v\n  c'\n",
  '\n\ufeffb\n',
  '\ufeff...\n 1\n',
]
const PIECES = [
  ['a', 'b: ', 'c:', '- ', '-', '\n', '\n  ', '\n    ', ' ', '"', "'", '"x"', '[', ']', '{', '}'],
  [', ', '# c', '|', '>-', '|+', '|2', '0644', 'yes', '~', '\\', ': ', '? ', '&x ', '*x', '!t '],
  ['<<: *x', '\t', '---\n', '...\n', '\r\n', 'é', '😀', 'k: v\n', '  n: 1\n', '- i\n', '%', '@'],
].flat()
const SCALARS = [
  ['a', '1', 'yes', '"q"', "'s'", 'x y', '0644', '1.5', '~', 'http://x:1/y', '--f', ''],
  ['[1, a]', '{k: v, l: [m]}', '[]', 'a # c', '12345678901234567890', '"a\\tb"', '- x', '|2\n'],
].flat()

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.uint8Array({ maxLength: 80 }).map((bytes) => Buffer.from(bytes).toString('utf8')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 25 }).map((pieces) => pieces.join('')),
)
const mutated = fc
  .tuple(fc.constantFrom(...GOLDEN_TEXTS), fc.nat(), fc.nat(6), fc.constantFrom('', ...PIECES))
  .map(([text, at, cut, piece]) => {
    const from = text.length === 0 ? 0 : at % text.length
    return text.slice(0, from) + piece + text.slice(from + cut)
  })
const scalar = fc.constantFrom(...SCALARS)
const { block } = fc.letrec<{ block: readonly string[]; member: readonly string[] }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 4 },
    scalar.map((text) => [`k: ${text}`]),
    fc
      .uniqueArray(tie('member'), { minLength: 1, maxLength: 4, selector: ([line]) => keyIn(line) })
      .map((members) => members.flat()),
    fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map((items) => items.flatMap(asItem)),
  ),
  member: fc.oneof(
    fc.tuple(key(), scalar).map(([name, text]) => [`${name}: ${text}`]),
    fc
      .tuple(key(), fc.constantFrom(1, 2, 4), tie('block'))
      .map(([name, by, lines]) => [`${name}:`, ...lines.map((line) => ' '.repeat(by) + line)]),
    fc
      .tuple(key(), fc.constantFrom('|', '>', '|-', '>+'), fc.array(textLine(), { maxLength: 4 }))
      .map(([name, sign, lines]) => [`${name}: ${sign}`, ...lines]),
  ),
}))
const wellFormed = block.map((lines) => `${lines.join('\n')}\n`)

it('never throws, whatever the text', () => {
  fc.assert(
    fc.property(fc.oneof(anything, mutated), (text) => {
      expect(() => readYaml({ file: 'a.yaml', text })).not.toThrow()
    }),
    { numRuns: 4000 },
  )
})

it('reads the same values at the same places by the fast reader and by the library', () => {
  let compared = 0
  const compare = (text: string) => {
    for (const [fast, slow] of readTwice(text)) {
      compared++
      expect(slow).toEqual(fast)
    }
  }
  for (const text of GOLDEN_TEXTS) compare(text)
  for (const text of ONCE_DIFFERENT) compare(text)
  fc.assert(fc.property(fc.oneof(mutated, wellFormed), compare), RUNS)
  expect(compared).toBeGreaterThan(1000)
})

it('gives spans that read as their values again', () => {
  let compared = 0
  const check = (text: string) => {
    for (const document of readYaml({ file: 'a.yaml', text }).documents) {
      for (const [node, value, place] of nodesOf(document)) {
        compared++
        expect([text, readSpan(document, node, value, place)]).toEqual([text, value])
      }
    }
  }
  fc.assert(fc.property(wellFormed, check), RUNS)
  expect(compared).toBeGreaterThan(3000)
})

function key(): fc.Arbitrary<string> {
  return fc.constantFrom('a', 'b', 'c', 'd e', '"f g"', 'on', '80', '1.5')
}

function keyIn(line: string | undefined): string {
  return line?.split(':', 1)[0] ?? ''
}

function textLine(): fc.Arbitrary<string> {
  return fc.constantFrom('  t', '  u v', '', '   w', '  # x', '  y: z')
}

function asItem(lines: readonly string[]): readonly string[] {
  return lines.map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`))
}

/** What both readers make of each document that both of them take. */
function readTwice(text: string): readonly (readonly [object, object])[] {
  const nextUnusual = unusualFinder(text)
  return splitDocuments(text).flatMap(({ start, end }) => {
    if (nextUnusual(start) < end) return []
    const task = { text, start, limit: end, limits: DEFAULT_YAML_LIMITS, isJson: false }
    const fast = recorded(() => readFast(task))
    const slow = recorded(() => readByLibrary(task, { lexemes: Number.POSITIVE_INFINITY }))
    return fast === undefined || slow === undefined || fast.end !== end
      ? []
      : [[fast, slow] as const]
  })
}

function recorded(read: () => Reading | undefined): (Reading & Layout) | undefined {
  startLayout(0)
  const reading = read()
  const layout = finishLayout()
  return reading === undefined || isBroken(reading) ? undefined : { ...reading, ...layout }
}

/** Where a node stands: the column of the collection around it, or brackets. */
interface Place {
  readonly indent: number
  readonly isFlow: boolean
}

function nodesOf(document: Document): readonly (readonly [number, unknown, Place])[] {
  const { layout, source } = document
  const found: (readonly [number, unknown, Place])[] = []
  const visit = (node: number, value: unknown, place: Place): void => {
    found.push([node, value, place])
    if (typeof value !== 'object' || value === null) return
    const { start } = spanOf(layout, node)
    const isFlow = place.isFlow || '[{'.includes(source.text.charAt(start))
    const inside = { indent: columnOf(source.text, start), isFlow }
    for (const [index, member] of membersOf(layout, node).entries()) {
      const step = Array.isArray(value) ? index : (layout.keys[member] ?? '')
      visit(member, Reflect.get(value, step), inside)
    }
  }
  visit(document.node, document.value, { indent: 0, isFlow: false })
  return found
}

function readSpan(document: Document, node: number, value: unknown, place: Place): unknown {
  const { text } = document.source
  const { start, end } = spanOf(document.layout, node)
  const written = text.slice(start, end)
  if (place.isFlow) return firstOf(valueIn(`[${written}]`))
  const isIndented = typeof value === 'object' && value !== null && !/^[[{]/.test(written)
  if (isIndented) return valueIn(`${' '.repeat(columnOf(text, start))}${written}\n`)
  return Reflect.get(Object(valueIn(`${' '.repeat(place.indent)}k: ${written}\n`)), 'k')
}

function valueIn(text: string): unknown {
  const { documents, faults } = readYaml({ file: 'b.yaml', text })
  return faults.length === 0 ? documents[0]?.value : faults
}

function firstOf(value: unknown): unknown {
  // Nothing between brackets is an empty list.
  return Array.isArray(value) ? (value[0] ?? null) : value
}

function columnOf(text: string, offset: number): number {
  return offset - text.lastIndexOf('\n', offset - 1) - 1
}
