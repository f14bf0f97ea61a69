import type { Trouble } from '../../yaml/yaml-fault.ts'
import { cursor, enter, leave, refusalOf, refuseHcl, skipLines, skipSpace } from './cursor.ts'
import { beginsName, readName } from './read-name.ts'
import { readQuoted } from './read-template.ts'
import type { Attribute, Block, Body, Label } from './syntax.ts'

const BYTE_ORDER_MARK = 0xfeff
const LINE_FEED = 10
const QUOTE = 34
const EQUALS = 61
const OPEN_MAP = 123
const CLOSE_MAP = 125

// Where so much is wrong, more words help nobody, and every new start costs time.
const MAX_TROUBLES = 50

/**
 * Reads a whole file. Where something is no HCL its trouble is noted, and reading goes on with the next line that begins
 * with a name in the first column: what stands there is a block of its own in all files that were ever formatted.
 */
export function readFile(troubles: Trouble[]): Body {
  const attributes: Attribute[] = []
  const blocks: Block[] = []
  cursor.isLineBound = true
  cursor.depth = 0
  if (cursor.text.charCodeAt(0) === BYTE_ORDER_MARK) cursor.at = 1
  while (cursor.at < cursor.text.length && troubles.length < MAX_TROUBLES) {
    let from = cursor.at
    try {
      skipLines()
      from = cursor.at
      if (cursor.at >= cursor.text.length) break
      readEntry(attributes, blocks)
      expectLineEnd()
    } catch (error) {
      const refusal = refusalOf(error)
      if (refusal === undefined) throw error
      troubles.push(refusal.trouble)
      recover(from)
    }
  }
  return { attributes, blocks, start: 0, end: cursor.text.length }
}

function recover(from: number): void {
  cursor.isLineBound = true
  cursor.depth = 0
  let line = cursor.text.indexOf('\n', from)
  while (line !== -1 && !beginsName(cursor.text, line + 1))
    line = cursor.text.indexOf('\n', line + 1)
  cursor.at = line === -1 ? cursor.text.length : line + 1
}

function readEntry(attributes: Attribute[], blocks: Block[]): void {
  const start = cursor.at
  const name = readName('the name of a block or an argument')
  if (skipSpace() === EQUALS) attributes.push(readAttribute(name, start, attributes))
  else blocks.push(readBlock(name, start))
}

function readAttribute(name: string, start: number, others: readonly Attribute[]): Attribute {
  if (isTaken(name, others)) {
    refuseHcl(start, `The argument "${name}" stands twice.`, 'Keep one of the two.')
  }
  cursor.at++
  const value = cursor.readExpression()
  return { name, value, start, end: value.end }
}

// Real bodies have few arguments; of one with very many, the names are remembered.
const FEW = 64

function isTaken(name: string, others: readonly Attribute[]): boolean {
  if (others.length < FEW) return others.some((other) => other.name === name)
  let names = manyNames.get(others)
  if (names === undefined) manyNames.set(others, (names = new Set(others.map((one) => one.name))))
  const isKnown = names.has(name)
  names.add(name)
  return isKnown
}

const manyNames = new WeakMap<readonly Attribute[], Set<string>>()

function readBlock(type: string, start: number): Block {
  const labels: Label[] = []
  for (;;) {
    const code = skipSpace()
    if (code === OPEN_MAP) break
    labels.push(readLabel(code))
  }
  const from = cursor.at
  cursor.at++
  enter()
  const code = skipSpace()
  const body = code === LINE_FEED ? readBody(from) : readLine(from, code)
  leave()
  return { type, labels, body, start, end: cursor.at }
}

function readLabel(code: number): Label {
  const start = cursor.at
  if (code !== QUOTE) {
    const text = readName('`=`, `{` or a label')
    return { text, start, end: cursor.at }
  }
  const label = readQuoted()
  if (label.kind !== 'literal') {
    return refuseHcl(start, 'The label of a block is no template.', 'Write plain text.')
  }
  return { text: String(label.value), start, end: cursor.at }
}

function readBody(start: number): Body {
  const attributes: Attribute[] = []
  const blocks: Block[] = []
  while (skipLines() !== CLOSE_MAP) {
    if (cursor.at >= cursor.text.length) {
      refuseHcl(start, 'This block is not closed.', 'Close it with `}`.')
    }
    readEntry(attributes, blocks)
    expectLineEnd()
  }
  cursor.at++
  return { attributes, blocks, start, end: cursor.at }
}

// `{ name = value }` or `{}`: on one line there is room for one argument.
function readLine(start: number, code: number): Body {
  const attributes: Attribute[] = []
  if (code !== CLOSE_MAP) {
    const at = cursor.at
    const name = readName('an argument')
    if (skipSpace() !== EQUALS)
      refuseHcl(at, 'A block stands inside another on one line.', 'Break the line.')
    attributes.push(readAttribute(name, at, attributes))
  }
  if (skipSpace() !== CLOSE_MAP) {
    refuseHcl(
      cursor.at,
      'A block on one line holds one argument at most.',
      'Break the line after `{`.',
    )
  }
  cursor.at++
  return { attributes, blocks: [], start, end: cursor.at }
}

function expectLineEnd(): void {
  const code = skipSpace()
  if (code === LINE_FEED || cursor.at >= cursor.text.length) return
  refuseHcl(
    cursor.at,
    'Something follows on the line of an argument or a block.',
    'Break the line here.',
  )
}
