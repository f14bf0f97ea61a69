import { isList, isMapping } from '../../model/part.ts'
import type { Setting } from './settings-in-text.ts'

const LONGEST_JSON = 300_000
const MOST_MEMBERS = 5_000
const DEEPEST = 30

/** The settings of a text in JSON, or undefined when it is none. Members that are no text are left out. */
export function settingsInJson(text: string): readonly Setting[] | undefined {
  if (!/^\s*[[{]/.test(text) || text.length > LONGEST_JSON) return undefined
  try {
    return settingsOf(JSON.parse(text))
  } catch {
    // Not JSON after all: braces begin many another language, and the text is read line by line then.
    return undefined
  }
}

function settingsOf(root: unknown): readonly Setting[] {
  const settings: Setting[] = []
  const left: { readonly name: string; readonly value: unknown; readonly depth: number }[] = [
    { name: '', value: root, depth: 0 },
  ]
  for (
    let next = left.pop();
    next !== undefined && settings.length < MOST_MEMBERS;
    next = left.pop()
  ) {
    const { name, value, depth } = next
    if (typeof value === 'string') settings.push({ name, value, isQuoted: true })
    if (depth === DEEPEST) continue
    if (isList(value))
      for (const member of value) left.push({ name, value: member, depth: depth + 1 })
    else if (isMapping(value)) left.push(...membersOf(value, depth + 1))
  }
  return settings
}

function membersOf(
  value: Readonly<Record<string, unknown>>,
  depth: number,
): readonly { readonly name: string; readonly value: unknown; readonly depth: number }[] {
  const { name, value: held } = value
  // A pair of `name` and `value`, as Kubernetes and many others write lists of settings.
  if (typeof name === 'string' && typeof held === 'string') return [{ name, value: held, depth }]
  return Object.entries(value).map(([key, member]) => ({ name: key, value: member, depth }))
}
