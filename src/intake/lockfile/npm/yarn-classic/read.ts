import { succeed } from '../../../../base/result.ts'
import type { Source } from '../../../../model/source.ts'
import type { LockedPackage, LockReader } from '../../reader.ts'
import { unlike } from '../../spot.ts'
import { foreignSource } from '../manifest.ts'
import { yarnRoots } from '../yarn-roots.ts'

/** yarn.lock as yarn 1 writes it. */
export const yarnClassic: LockReader = {
  format: 'yarn.lock (1)',
  claims: (name) => name === 'yarn.lock',
  read: (input) => {
    if (/^__metadata:/m.test(input.source.text)) return undefined
    const entries = entriesIn(input.source)
    if (entries.length === 0) return unlike(input) ?? succeed({ packages: [] })
    const byAsked = new Map(entries.flatMap((entry) => entry.asked.map((each) => [each, entry])))
    const packages = entries.map((entry) => packageOf(entry, byAsked))
    const keyOf = (name: string, range: string): string | undefined =>
      byAsked.get(`${name}@${range}`)?.key
    return succeed({ packages, roots: yarnRoots(input, keyOf) })
  },
}

interface Entry {
  readonly key: string
  readonly asked: readonly string[]
  readonly start: number
  readonly end: number
  readonly fields: ReadonlyMap<string, string>
  readonly needs: readonly string[]
}

function entriesIn({ text }: Source): readonly Entry[] {
  const entries: Entry[] = []
  for (const block of text.matchAll(BLOCK)) {
    const [whole, head = '', body = ''] = block
    const asked = head.split(',').map((each) => unquoted(each.trim()))
    const { index } = block
    entries.push({
      key: asked[0] ?? '',
      asked,
      start: index,
      end: index + whole.trimEnd().length,
      ...bodyOf(body),
    })
  }
  return entries
}

// A line that begins at the margin and ends in a colon, and the indented lines below it.
const BLOCK = /^(?<head>[^\s#][^\r\n]*):\r?\n(?<body>(?:[ \t][^\n]*(?:\n|$))*)/gm

function bodyOf(body: string): Pick<Entry, 'fields' | 'needs'> {
  const fields = new Map<string, string>()
  const needs: string[] = []
  let isNeeds = false
  for (const line of body.split(/\r?\n/)) {
    const list = /^ {2}(?<name>\w{1,40}):$/.exec(line)?.groups?.['name']
    if (list !== undefined) isNeeds = list === 'dependencies' || list === 'optionalDependencies'
    const pair =
      /^(?<indent> {2}| {4})(?<key>"[^"]{1,300}"|[^\s"]{1,300}) (?<value>.{1,4000})$/.exec(
        line,
      )?.groups
    if (pair === undefined) continue
    const { indent = '', key = '', value = '' } = pair
    if (indent.length === 2) fields.set(unquoted(key), unquoted(value))
    else if (isNeeds) needs.push(`${unquoted(key)}@${unquoted(value)}`)
  }
  return { fields, needs }
}

function packageOf(entry: Entry, byAsked: ReadonlyMap<string, Entry>): LockedPackage {
  const { key, start, end, fields, needs } = entry
  const sign = key.indexOf('@', 1)
  const range = key.slice(sign + 1)
  const alias = /^npm:(?<name>(?:@[^@/]{1,200}\/)?[^@]{1,200})(?:@|$)/.exec(range)?.groups?.['name']
  return {
    key,
    ecosystem: 'npm',
    name: alias ?? (sign === -1 ? key : key.slice(0, sign)),
    version: fields.get('version'),
    start,
    end,
    needs: needs.flatMap((need) => byAsked.get(need)?.key ?? []),
    source: foreignSource(range) ?? foreignSource(fields.get('resolved')),
    integrity: fields.get('integrity'),
  }
}

function unquoted(text: string): string {
  return text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text
}
