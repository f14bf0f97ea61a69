import { give } from '../template/trouble.ts'
import { DIGITS, NEWLINE, parseClass, parseEscapedSet } from './classes.ts'
import type { Assertion, RegexNode } from './node.ts'

interface Reader {
  readonly chars: readonly string[]
  readonly pattern: string
  at: number
  groups: number
  readonly names: Map<string, number>
  depth: number
  flags: Flags
}

interface Flags {
  readonly i: boolean
  readonly m: boolean
  readonly s: boolean
  readonly U: boolean
}

const NO_FLAGS: Flags = { i: false, m: false, s: false, U: false }
const EMPTY: RegexNode = { kind: 'empty' }
const MAX_DEPTH = 200
// RE2 repeats no more often than this.
const MAX_REPEAT = 1000

/** A regular expression, read. */
export interface Regex {
  readonly root: RegexNode
  /** How many groups it has, the whole match not counted. */
  readonly groups: number
  /** The numbers of the groups that have names. */
  readonly names: ReadonlyMap<string, number>
}

/** Reads a regular expression in the syntax of RE2. Throws Trouble for what RE2 refuses. O(pattern). */
export function parseRegex(pattern: string): Regex {
  const reader = {
    chars: Array.from(pattern),
    pattern,
    at: 0,
    groups: 0,
    names: new Map<string, number>(),
    depth: 0,
    flags: NO_FLAGS,
  }
  const root = parseChoice(reader)
  if (reader.at < reader.chars.length) refuse(reader, 'unexpected )')
  return { root, groups: reader.groups, names: reader.names }
}

function refuse({ pattern }: Reader, reason: string): never {
  return give(`error parsing regexp: ${reason}: \`${pattern}\``)
}

function parseChoice(reader: Reader): RegexNode {
  if (++reader.depth > MAX_DEPTH) refuse(reader, 'expression nests too deeply')
  const { flags } = reader
  const parts = [parseSequence(reader)]
  while (reader.chars[reader.at] === '|') {
    reader.at++
    parts.push(parseSequence(reader))
  }
  // Flags that were set in a group end with it.
  reader.flags = flags
  reader.depth--
  const [only] = parts
  return parts.length === 1 && only !== undefined ? only : { kind: 'choice', parts }
}

function parseSequence(reader: Reader): RegexNode {
  const parts: RegexNode[] = []
  for (;;) {
    const char = reader.chars[reader.at]
    if (char === undefined || char === '|' || char === ')') return { kind: 'sequence', parts }
    parts.push(parseRepeated(reader))
  }
}

function parseRepeated(reader: Reader): RegexNode {
  let node = parseAtom(reader)
  for (let count = 0; ; count++) {
    const bounds = parseBounds(reader)
    if (bounds === undefined) return node
    if (count > 0) refuse(reader, 'invalid nested repetition operator')
    const isLazy = reader.chars[reader.at] === '?'
    if (isLazy) reader.at++
    const [least, most] = bounds
    node = { kind: 'repeat', of: node, least, most, isGreedy: isLazy === reader.flags.U }
  }
}

function parseBounds(reader: Reader): readonly [number, number] | undefined {
  const char = reader.chars[reader.at]
  const simple = char === undefined ? undefined : SIMPLE_BOUNDS.get(char)
  if (simple !== undefined) {
    reader.at++
    return simple
  }
  if (char !== '{') return undefined
  const text = reader.chars.slice(reader.at, reader.at + 12).join('')
  const found = /^\{(\d{1,4})(,(\d{0,4}))?\}/.exec(text)
  // A brace that bounds nothing stands for itself.
  if (found === null) return undefined
  reader.at += found[0].length
  const least = Number(found[1])
  const most = found[2] === undefined ? least : found[3] === '' ? Infinity : Number(found[3])
  if (least > MAX_REPEAT || (most !== Infinity && most > MAX_REPEAT) || most < least) {
    refuse(reader, 'invalid repeat count')
  }
  return [least, most]
}

const SIMPLE_BOUNDS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['*', [0, Infinity]],
  ['+', [1, Infinity]],
  ['?', [0, 1]],
])

function parseAtom(reader: Reader): RegexNode {
  const char = reader.chars[reader.at++] ?? ''
  const { flags } = reader
  switch (char) {
    case '(':
      return parseGroup(reader)
    case '[':
      return classAt(reader)
    case '.':
      return { kind: 'set', ranges: flags.s ? [] : NEWLINE, isNegated: true, isCaseless: false }
    case '^':
      return { kind: 'assert', at: flags.m ? 'lineStart' : 'textStart' }
    case '$':
      return { kind: 'assert', at: flags.m ? 'lineEnd' : 'textEnd' }
    case '\\':
      return parseEscape(reader)
    case '*':
    case '+':
    case '?':
      return refuse(reader, `missing argument to repetition operator`)
    default:
      return literal(reader, char)
  }
}

function literal({ flags }: Reader, char: string): RegexNode {
  const code = char.codePointAt(0) ?? 0
  return { kind: 'set', ranges: [[code, code]], isNegated: false, isCaseless: flags.i }
}

function classAt(reader: Reader): RegexNode {
  const parsed = parseClass(reader.chars, reader.at)
  if (parsed === undefined) return refuse(reader, 'missing closing ]')
  reader.at = parsed.end
  return {
    kind: 'set',
    ranges: parsed.ranges,
    isNegated: parsed.isNegated,
    isCaseless: reader.flags.i,
  }
}

function parseGroup(reader: Reader): RegexNode {
  const rest = reader.chars.slice(reader.at, reader.at + 80).join('')
  const named = /^\?P?<(\w+)>/.exec(rest)
  if (named !== null) {
    reader.at += named[0].length
    reader.names.set(named[1] ?? '', reader.groups + 1)
    return capture(reader)
  }
  if (!rest.startsWith('?')) return capture(reader)
  const flagged = /^\?([imsU]*)(?:-([imsU]+))?([:)])/.exec(rest)
  if (flagged === null) return refuse(reader, 'invalid or unsupported Perl syntax')
  reader.at += flagged[0].length
  const flags = withFlags(reader.flags, flagged[1] ?? '', flagged[2] ?? '')
  if (flagged[3] === ')') {
    reader.flags = flags
    return EMPTY
  }
  const outer = reader.flags
  reader.flags = flags
  const node = parseChoice(reader)
  reader.flags = outer
  close(reader)
  return node
}

function capture(reader: Reader): RegexNode {
  const index = ++reader.groups
  const of = parseChoice(reader)
  close(reader)
  return { kind: 'group', of, index }
}

function close(reader: Reader): void {
  if (reader.chars[reader.at] !== ')') refuse(reader, 'missing closing )')
  reader.at++
}

function withFlags(flags: Flags, on: string, off: string): Flags {
  const value = (name: keyof Flags): boolean =>
    on.includes(name) ? true : off.includes(name) ? false : flags[name]
  return { i: value('i'), m: value('m'), s: value('s'), U: value('U') }
}

const ASSERTIONS: ReadonlyMap<string, Assertion> = new Map<string, Assertion>([
  ['A', 'textStart'],
  ['z', 'textEnd'],
  ['b', 'word'],
  ['B', 'noWord'],
])

function parseEscape(reader: Reader): RegexNode {
  const char = reader.chars[reader.at]
  if (char === undefined) return refuse(reader, 'trailing backslash at end of expression')
  const assertion = ASSERTIONS.get(char)
  if (assertion !== undefined) {
    reader.at++
    return { kind: 'assert', at: assertion }
  }
  if (char === 'Q') return quotedText(reader)
  const set = parseEscapedSet(reader.chars, reader.at)
  if (set === undefined || (DIGITS.test(char) && char !== '0')) {
    return refuse(reader, `invalid escape sequence: \`\\${char}\``)
  }
  reader.at = set.end
  return { kind: 'set', ranges: set.ranges, isNegated: set.isNegated, isCaseless: reader.flags.i }
}

function quotedText(reader: Reader): RegexNode {
  const from = reader.at + 1
  const rest = reader.chars.slice(from).join('')
  const end = rest.indexOf('\\E')
  const text = end === -1 ? rest : rest.slice(0, end)
  reader.at = from + Array.from(text).length + (end === -1 ? 0 : 2)
  return { kind: 'sequence', parts: Array.from(text).map((char) => literal(reader, char)) }
}
