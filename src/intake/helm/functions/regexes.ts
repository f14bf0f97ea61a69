import { allMatches, matchFrom, patternOf, type Match } from '../regex/match.ts'
import { spend, type Call, type GoFunction } from '../template/run.ts'
import { Trouble } from '../template/trouble.ts'
import { fixed, intAt, ofText, textAt } from './arguments.ts'

/** Functions of regular expressions. */
export const REGEXES: Readonly<Record<string, GoFunction>> = {
  regexMatch: fixed(2, (call) => matches(call, false)),
  mustRegexMatch: fixed(2, (call) => matches(call, true)),
  regexFind: fixed(2, find),
  mustRegexFind: fixed(2, find),
  regexFindAll: fixed(3, findAll),
  mustRegexFindAll: fixed(3, findAll),
  regexReplaceAll: fixed(3, (call) => replaced(call, expanded)),
  mustRegexReplaceAll: fixed(3, (call) => replaced(call, expanded)),
  regexReplaceAllLiteral: fixed(3, (call) => replaced(call, ({ replacement }) => replacement)),
  mustRegexReplaceAllLiteral: fixed(3, (call) => replaced(call, ({ replacement }) => replacement)),
  regexSplit: fixed(3, split),
  mustRegexSplit: fixed(3, split),
  regexQuoteMeta: ofText((text) => text.replaceAll(/[\\.+*?()|[\]{}^$]/g, String.raw`\$&`)),
}

// Without `must`, what is no regular expression matches nothing.
function matches(call: Call, isStrict: boolean): boolean {
  const text = textAt(call, 1)
  try {
    return matchFrom(patternOf(textAt(call, 0)), text, 0) !== undefined
  } catch (error) {
    if (!isStrict && error instanceof Trouble) return false
    throw error
  }
}

function find(call: Call): string {
  const text = textAt(call, 1)
  const [start = 0, end = 0] = matchFrom(patternOf(textAt(call, 0)), text, 0) ?? []
  return text.slice(start, end)
}

function findAll(call: Call): readonly string[] {
  const text = textAt(call, 1)
  const found = allMatches(patternOf(textAt(call, 0)), text, intAt(call, 2))
  return found.map(([start = 0, end = 0]) => text.slice(start, end))
}

function replaced(call: Call, by: (replacing: Replacing) => string): string {
  const text = textAt(call, 1)
  const replacement = textAt(call, 2)
  const pattern = patternOf(textAt(call, 0))
  let result = ''
  let at = 0
  for (const match of allMatches(pattern, text, -1)) {
    const [start = 0, end = 0] = match
    result += text.slice(at, start) + by({ replacement, match, text, names: pattern.names })
    at = end
  }
  result += text.slice(at)
  spend(call.frame.run, result.length)
  return result
}

interface Replacing {
  readonly replacement: string
  readonly match: Match
  readonly text: string
  readonly names: ReadonlyMap<string, number>
}

// `$1`, `${1}` and `${name}` stand for groups, `$$` for a dollar; a group that is not there is empty.
function expanded({ replacement, match, text, names }: Replacing): string {
  return replacement.replaceAll(
    /\$(?:\$|(\w+)|\{(\w+)\})/g,
    (sign, bare?: string, braced?: string) => {
      if (sign === '$$') return '$'
      const name = bare ?? braced ?? ''
      const index = /^\d+$/.test(name) ? Number(name) : (names.get(name) ?? -1)
      const [start = -1, end = -1] = index < 0 ? [] : match.slice(2 * index, 2 * index + 2)
      return start < 0 ? '' : text.slice(start, end)
    },
  )
}

function split(call: Call): readonly string[] {
  const text = textAt(call, 1)
  const most = intAt(call, 2)
  if (most === 0) return []
  const parts: string[] = []
  let at = 0
  for (const [start = 0, end = 0] of allMatches(patternOf(textAt(call, 0)), text, most)) {
    if (most > 0 && parts.length === most - 1) break
    if (end === 0) continue
    parts.push(text.slice(at, start))
    at = end
  }
  return [...parts, text.slice(at)]
}
