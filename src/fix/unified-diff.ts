import { diffLines, linesOf, type LineChange } from './line-diff.ts'

const CONTEXT_LINES = 3

/**
 * The change of one file as `git apply` and `patch -p1` take it, or nothing when there is none. `file` is its path from
 * the folder they run in. O(lines).
 */
export function unifiedDiff(file: string, before: string, after: string): string {
  if (before === after) return ''
  const texts = { before: linesOf(before), after: linesOf(after) }
  const hunks = groupChanges(diffLines(texts.before, texts.after)).map((group) =>
    hunkOf(texts, group),
  )
  const name = file.replace(/^(?:\.?\/)+/, '')
  return `--- ${fileName(`a/${name}`)}\n+++ ${fileName(`b/${name}`)}\n${hunks.join('')}`
}

interface Texts {
  readonly before: readonly string[]
  readonly after: readonly string[]
}

// Changes whose context would touch share a hunk.
function groupChanges(changes: readonly LineChange[]): readonly (readonly LineChange[])[] {
  const groups: LineChange[][] = []
  for (const change of changes) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    if (last !== undefined && change.from - last.until <= 2 * CONTEXT_LINES) group?.push(change)
    else groups.push([change])
  }
  return groups
}

function hunkOf({ before, after }: Texts, changes: readonly LineChange[]): string {
  const [first] = changes
  const last = changes.at(-1)
  if (first === undefined || last === undefined) return ''
  const from = Math.max(0, first.from - CONTEXT_LINES)
  const until = Math.min(before.length, last.until + CONTEXT_LINES)
  const newFrom = first.newFrom - (first.from - from)
  const newUntil = last.newUntil + (until - last.until)
  const lines: string[] = []
  let at = from
  for (const change of changes) {
    lines.push(...marked(' ', before.slice(at, change.from)))
    lines.push(...marked('-', before.slice(change.from, change.until)))
    lines.push(...marked('+', after.slice(change.newFrom, change.newUntil)))
    at = change.until
  }
  lines.push(...marked(' ', before.slice(at, until)))
  return `@@ -${rangeOf(from, until)} +${rangeOf(newFrom, newUntil)} @@\n${lines.join('')}`
}

function marked(mark: string, lines: readonly string[]): readonly string[] {
  return lines.map((line) =>
    line.endsWith('\n') ? mark + line : `${mark}${line}\n\\ No newline at end of file\n`,
  )
}

// A range without lines is named after the line before it.
function rangeOf(from: number, until: number): string {
  return `${until === from ? from : from + 1},${until - from}`
}

// As git writes names: a tab ends one with blanks, and unusual characters are escaped between quotes.
function fileName(name: string): string {
  const escaped = Array.from(name, escapeChar).join('')
  if (escaped !== name) return `"${escaped}"`
  return name.includes(' ') ? `${name}\t` : name
}

function escapeChar(char: string): string {
  if (char === '"' || char === '\\') return `\\${char}`
  return char < ' ' ? `\\${char.charCodeAt(0).toString(8).padStart(3, '0')}` : char
}
