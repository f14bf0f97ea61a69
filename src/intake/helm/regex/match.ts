import { give } from '../template/trouble.ts'
import { compile, type Instruction } from './compile.ts'
import type { Assertion } from './node.ts'
import { parseRegex } from './parse.ts'

/** Where a match and its groups begin and end, in UTF-16 units, as pairs; -1 for a group that took no part. */
export type Match = readonly number[]

/** A regular expression, ready to be looked for. */
export interface Pattern {
  readonly program: readonly Instruction[]
  readonly slots: number
  /** The numbers of the groups that have names. */
  readonly names: ReadonlyMap<string, number>
}

const compiled = new Map<string, Pattern>()
const MAX_COMPILED = 500

/** Reads a regular expression of RE2; each is read once. Throws Trouble for what RE2 refuses. */
export function patternOf(source: string): Pattern {
  const known = compiled.get(source)
  if (known !== undefined) return known
  const { root, groups, names } = parseRegex(source)
  const pattern = { program: compile(root), slots: 2 * groups + 2, names }
  if (compiled.size >= MAX_COMPILED) compiled.clear()
  compiled.set(source, pattern)
  return pattern
}

// A search visits each pair of an instruction and a place once: the first bounds memory, the second time.
const MAX_STATES = 20_000_000
const MAX_VISITS = 100_000_000
const MAX_SEARCHES = 0xffffffff

/** Which pairs of an instruction and a place a search has visited. */
interface Visits {
  /** Notes a pair; false when it was visited before. */
  readonly enter: (at: number, place: number) => boolean
  /** Begins another search, or the same one at a later place. */
  readonly begin: (isNew: boolean) => void
  /** What a visit counts for. */
  readonly cost: number
  count: number
}

function visitsOf(pattern: Pattern, text: string): Visits {
  const size = pattern.program.length
  return size * (text.length + 1) > MAX_STATES ? sparseVisits(size) : denseVisits(size, text)
}

// One table serves all searches, as most are short: each pair bears the number of the search that visited it last.
let stamps = new Uint32Array(1 << 16)
let searches = 0

function denseVisits(size: number, text: string): Visits {
  const width = text.length + 1
  if (size * width > stamps.length) stamps = new Uint32Array(size * width)
  let search = 0
  const enter = (at: number, place: number): boolean => {
    const key = at * width + place
    if (stamps[key] === search) return false
    stamps[key] = search
    return true
  }
  const begin = (isNew: boolean): void => {
    if (isNew) search = nextSearch()
  }
  return { enter, begin, cost: 1, count: 0 }
}

function nextSearch(): number {
  if (searches === MAX_SEARCHES) {
    stamps.fill(0)
    searches = 0
  }
  return ++searches
}

const MAX_KEPT = 1_000_000
// Far above what patterns of real charts meet; each takes some 50 bytes.
const MAX_SPARSE = 2_000_000

// For long texts, of which most patterns visit little: what lies behind is forgotten, at the cost of meeting it again.
function sparseVisits(size: number): Visits {
  const visited = new Set<number>()
  const enter = (at: number, place: number): boolean => {
    const before = visited.size
    if (before > MAX_SPARSE) give('a regular expression is asked of too long a text')
    return visited.add(place * size + at).size > before
  }
  const begin = (isNew: boolean): void => {
    if (isNew || visited.size > MAX_KEPT) visited.clear()
  }
  return { enter, begin, cost: 8, count: 0 }
}

/**
 * The first match at or behind `from`, as Perl and RE2 choose it. O(program × text): a state that did not lead to a match
 * once is not tried again.
 */
export function matchFrom(
  pattern: Pattern,
  text: string,
  from: number,
  visits: Visits = visitsOf(pattern, text),
): Match | undefined {
  for (let start = from; start <= text.length; start++) {
    visits.begin(start === from)
    const match = run(pattern, text, start, visits)
    if (match !== undefined) return match
    const isPair = (text.codePointAt(start) ?? 0) > 0xffff
    if (isPair) start++
  }
  return undefined
}

type Thread =
  | { readonly kind: 'state'; readonly at: number; readonly place: number }
  | { readonly kind: 'restore'; readonly slot: number; readonly value: number }

function run(
  { program, slots }: Pattern,
  text: string,
  start: number,
  visits: Visits,
): Match | undefined {
  const saved = Array.from({ length: slots }, () => -1)
  const threads: Thread[] = [{ kind: 'state', at: 0, place: start }]
  for (let thread = threads.pop(); thread !== undefined; thread = threads.pop()) {
    if (thread.kind === 'restore') {
      saved[thread.slot] = thread.value
      continue
    }
    if (follow(program, text, thread, { threads, saved, visits })) return saved
  }
  return undefined
}

interface State {
  readonly threads: Thread[]
  readonly saved: number[]
  readonly visits: Visits
}

// Follows one thread until it matches or ends; what it leaves for later goes on the stack.
function follow(
  program: readonly Instruction[],
  text: string,
  thread: { readonly at: number; readonly place: number },
  { threads, saved, visits }: State,
): boolean {
  let { at, place } = thread
  for (;;) {
    if (!visits.enter(at, place)) return false
    visits.count += visits.cost
    if (visits.count > MAX_VISITS) give('a regular expression takes too long')
    const instruction = program[at]
    if (instruction === undefined) return false
    switch (instruction.kind) {
      case 'match':
        return true
      case 'jump':
        at = instruction.to
        break
      case 'split':
        threads.push({ kind: 'state', at: instruction.other, place })
        at = instruction.to
        break
      case 'save':
        threads.push({
          kind: 'restore',
          slot: instruction.slot,
          value: saved[instruction.slot] ?? -1,
        })
        saved[instruction.slot] = place
        at++
        break
      case 'assert':
        if (!holds(instruction.at, text, place)) return false
        at++
        break
      case 'set': {
        const code = text.codePointAt(place)
        if (code === undefined || !instruction.holds(code)) return false
        place += code > 0xffff ? 2 : 1
        at++
        break
      }
    }
  }
}

function holds(assertion: Assertion, text: string, place: number): boolean {
  switch (assertion) {
    case 'textStart':
      return place === 0
    case 'textEnd':
      return place === text.length
    case 'lineStart':
      return place === 0 || text[place - 1] === '\n'
    case 'lineEnd':
      return place === text.length || text[place] === '\n'
    case 'word':
      return isWord(text[place - 1]) !== isWord(text[place])
    case 'noWord':
      return isWord(text[place - 1]) === isWord(text[place])
  }
}

function isWord(char: string | undefined): boolean {
  return char !== undefined && /\w/.test(char)
}

/** All matches that do not overlap, `most` of them at the most where that is not negative, as Go finds them. */
export function allMatches(pattern: Pattern, text: string, most: number): readonly Match[] {
  const matches: Match[] = []
  const visits = visitsOf(pattern, text)
  let last = -1
  for (let from = 0; from <= text.length;) {
    if (matches.length === most) break
    const match = matchFrom(pattern, text, from, visits)
    const [start = 0, end = 0] = match ?? []
    if (match === undefined) break
    // An empty match right behind another one is none.
    if (end > start || start !== last) matches.push(match)
    last = end
    from = end > from ? end : from + ((text.codePointAt(from) ?? 0) > 0xffff ? 2 : 1)
  }
  return matches
}
