/** Tells whether a text matches. */
export type Matcher = (text: string) => boolean

/**
 * A matcher for a regular expression of Go's sort, as kustomizations hold them: alternatives, groups, classes, `.`, `^`,
 * `$`, `*`, `+`, `?` and `{n,m}`. Undefined when it is written otherwise. The pattern is foreign, so it is simulated in
 * O(pattern * text) and never handed to a matcher that goes back on itself.
 */
export function patternMatcher(pattern: string): Matcher | undefined {
  if (pattern.length > MOST_CHARACTERS) return undefined
  const parser: Parser = { pattern, at: 0, states: [] }
  const end = addState(parser, { kind: 'end' })
  const start = parseChoice(parser, end)
  if (start === undefined || parser.at < pattern.length) return undefined
  return (text) => simulate(parser.states, start, text)
}

const MOST_CHARACTERS = 1000
const MOST_STATES = 5000
const MOST_REPEATS = 100

type State =
  | { readonly kind: 'end' }
  | { readonly kind: 'fork'; readonly next: number[] }
  | { readonly kind: 'edge'; readonly at: 'start' | 'end'; readonly next: number }
  | { readonly kind: 'one'; readonly accepts: (code: number) => boolean; readonly next: number }

interface Parser {
  readonly pattern: string
  at: number
  readonly states: State[]
}

// Each part is compiled for the state that follows it, so it can be compiled again for a repetition.
type Part = (next: number) => number | undefined

function addState({ states }: Parser, state: State): number {
  return states.push(state) - 1
}

function parseChoice(parser: Parser, next: number): number | undefined {
  const part = choice(parser)
  return part?.(next)
}

function choice(parser: Parser): Part | undefined {
  const parts: Part[] = []
  for (;;) {
    const part = sequence(parser)
    if (part === undefined) return undefined
    parts.push(part)
    if (parser.pattern[parser.at] !== '|') break
    parser.at++
  }
  const [only] = parts
  return parts.length === 1 ? only : (next) => fork(parser, parts, next)
}

function fork(parser: Parser, parts: readonly Part[], next: number): number | undefined {
  const starts = parts.map((part) => part(next))
  return starts.includes(undefined)
    ? undefined
    : addState(parser, { kind: 'fork', next: starts.filter((start) => start !== undefined) })
}

function sequence(parser: Parser): Part | undefined {
  const parts: Part[] = []
  while (parser.at < parser.pattern.length && !'|)'.includes(parser.pattern[parser.at] ?? '')) {
    const part = atom(parser)
    if (part === undefined) return undefined
    const repeated = repeat(parser, part)
    if (repeated === undefined) return undefined
    parts.push(repeated)
  }
  return (next) => chain(parts, next)
}

function chain(parts: readonly Part[], next: number): number | undefined {
  let start: number | undefined = next
  for (const part of parts.toReversed()) {
    if (start === undefined) return undefined
    start = part(start)
  }
  return start
}

const BOUNDS = /^\{(\d{1,3})(,(\d{0,3}))?\}/

function repeat(parser: Parser, part: Part): Part | undefined {
  const rest = parser.pattern.slice(parser.at)
  const sign = rest[0] ?? ''
  const bounds = BOUNDS.exec(rest)
  if (bounds === null && !'*+?'.includes(sign || ' ')) return part
  parser.at += bounds?.[0].length ?? 1
  // A lazy repetition matches the same texts.
  if (parser.pattern[parser.at] === '?') parser.at++
  if (sign === '*') return (next) => loop(parser, part, next)
  if (sign === '+') return (next) => chain([part, (after) => loop(parser, part, after)], next)
  if (sign === '?') return (next) => optional(parser, part, next)
  const least = Number(bounds?.[1])
  const most = bounds?.[2] === undefined ? least : Number(bounds[3] || Number.POSITIVE_INFINITY)
  if (least > MOST_REPEATS || (most > MOST_REPEATS && most !== Number.POSITIVE_INFINITY))
    return undefined
  return (next) => times(parser, part, { least, most, next })
}

function times(
  parser: Parser,
  part: Part,
  { least, most, next }: { readonly least: number; readonly most: number; readonly next: number },
): number | undefined {
  let start: number | undefined = next
  if (most === Number.POSITIVE_INFINITY) start = loop(parser, part, next)
  else
    for (let more = least; more < most && start !== undefined; more++) {
      const after: number = start
      start = chain([(state) => optional(parser, part, state)], after)
    }
  return start === undefined ? undefined : chain(Array<Part>(least).fill(part), start)
}

function loop(parser: Parser, part: Part, next: number): number | undefined {
  if (parser.states.length > MOST_STATES) return undefined
  const targets: number[] = [next]
  const start = addState(parser, { kind: 'fork', next: targets })
  const inner = part(start)
  if (inner === undefined) return undefined
  targets.push(inner)
  return start
}

function optional(parser: Parser, part: Part, next: number): number | undefined {
  if (parser.states.length > MOST_STATES) return undefined
  const inner = part(next)
  return inner === undefined ? undefined : addState(parser, { kind: 'fork', next: [inner, next] })
}

function atom(parser: Parser): Part | undefined {
  const sign = parser.pattern[parser.at++] ?? ''
  switch (sign) {
    case '(':
      return group(parser)
    case '[':
      return one(parser, classAt(parser))
    case '.':
      return one(parser, (code) => code !== 10)
    case '^':
      return (next) => addState(parser, { kind: 'edge', at: 'start', next })
    case '$':
      return (next) => addState(parser, { kind: 'edge', at: 'end', next })
    case '\\':
      return one(parser, escapeAt(parser))
    default:
      return '*+?{'.includes(sign) ? undefined : one(parser, exactly(sign.charCodeAt(0)))
  }
}

function group(parser: Parser): Part | undefined {
  if (parser.pattern.startsWith('?:', parser.at)) parser.at += 2
  else if (parser.pattern[parser.at] === '?') return undefined
  const part = choice(parser)
  if (parser.pattern[parser.at] !== ')') return undefined
  parser.at++
  return part
}

type Accepts = (code: number) => boolean

function one(parser: Parser, accepts: Accepts | undefined): Part | undefined {
  if (accepts === undefined) return undefined
  return (next) => addState(parser, { kind: 'one', accepts, next })
}

function exactly(wanted: number): Accepts {
  return (code) => code === wanted
}

const SETS: Readonly<Record<string, Accepts>> = {
  d: (code) => code >= 48 && code <= 57,
  w: (code) => /\w/.test(String.fromCharCode(code)),
  s: (code) => code === 32 || (code >= 9 && code <= 13 && code !== 11),
}

function escapeAt(parser: Parser): Accepts | undefined {
  const sign = parser.pattern[parser.at++]
  if (sign === undefined) return undefined
  const set = SETS[sign.toLowerCase()]
  if (set !== undefined) return sign === sign.toLowerCase() ? set : (code) => !set(code)
  return /\w/.test(sign) ? undefined : exactly(sign.charCodeAt(0))
}

function classAt(parser: Parser): Accepts | undefined {
  const isNegated = parser.pattern[parser.at] === '^'
  if (isNegated) parser.at++
  const members: Accepts[] = []
  for (let first = true; ; first = false) {
    const sign = parser.pattern[parser.at]
    if (sign === undefined || parser.pattern.startsWith('[:', parser.at)) return undefined
    if (sign === ']' && !first) break
    const member = rangeAt(parser)
    if (member === undefined) return undefined
    members.push(member)
  }
  parser.at++
  return (code) => members.some((accepts) => accepts(code)) !== isNegated
}

function rangeAt(parser: Parser): Accepts | undefined {
  const { pattern } = parser
  const sign = pattern[parser.at++] ?? ''
  if (sign === '\\') return escapeAt(parser)
  const last = pattern[parser.at + 1]
  if (pattern[parser.at] !== '-' || last === undefined || last === ']')
    return exactly(sign.charCodeAt(0))
  parser.at += 2
  const [from, to] = [sign.charCodeAt(0), last.charCodeAt(0)]
  return last === '\\' || from > to ? undefined : (code) => code >= from && code <= to
}

// All states at once, from every start: the pattern may match anywhere unless it is anchored.
function simulate(states: readonly State[], start: number, text: string): boolean {
  let current = new Set<number>()
  for (let at = 0; at <= text.length; at++) {
    const reached = new Set<number>()
    for (const state of [...current, start]) {
      if (reach(states, state, { at, length: text.length, reached })) return true
    }
    current = stepped(states, reached, text.charCodeAt(at))
  }
  return false
}

interface Front {
  readonly at: number
  readonly length: number
  readonly reached: Set<number>
}

// Follows what takes no character; true when the end is among it.
function reach(states: readonly State[], from: number, { at, length, reached }: Front): boolean {
  const waiting = [from]
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    if (reached.has(number)) continue
    reached.add(number)
    const state = states[number]
    if (state?.kind === 'end') return true
    if (state?.kind === 'fork') waiting.push(...state.next)
    if (state?.kind === 'edge' && at === (state.at === 'start' ? 0 : length))
      waiting.push(state.next)
  }
  return false
}

function stepped(
  states: readonly State[],
  reached: ReadonlySet<number>,
  code: number,
): Set<number> {
  const next = new Set<number>()
  for (const number of reached) {
    const state = states[number]
    if (state?.kind === 'one' && state.accepts(code)) next.add(state.next)
  }
  return next
}
