import { diffLines, linesOf, type LineChange } from './line-diff.ts'

const CONTEXT_LINES = 3

/** Lines of the old text, counted from 0, that hold what is better not printed. */
export type SecretLines = ReadonlySet<number>

/**
 * The change of one file as `git apply` and `patch -p1` take it, or nothing when there is none. `file` is its path from
 * the folder they run in. Context ends before a secret line, unless the change touches that line or the tools could not
 * place the hunk without it. O(lines).
 */
export function unifiedDiff(
  file: string,
  before: string,
  after: string,
  secretLines: SecretLines = NO_LINES,
): string {
  if (before === after) return ''
  const texts = { before: linesOf(before), after: linesOf(after), secretLines }
  const hunks = groupChanges(diffLines(texts.before, texts.after), secretLines).map((group) =>
    hunkOf(texts, group),
  )
  const name = file.replace(/^(?:\.?\/)+/, '')
  return `--- ${fileName(`a/${name}`)}\n+++ ${fileName(`b/${name}`)}\n${hunks.join('')}`
}

interface Texts {
  readonly before: readonly string[]
  readonly after: readonly string[]
  readonly secretLines: SecretLines
}

const NO_LINES: SecretLines = new Set()

// Changes whose context would touch share a hunk, unless a secret line between them can be left out.
function groupChanges(
  changes: readonly LineChange[],
  secretLines: SecretLines,
): readonly (readonly LineChange[])[] {
  const groups: LineChange[][] = []
  for (const change of changes) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    const isNear = last !== undefined && change.from - last.until <= 2 * CONTEXT_LINES
    if (isNear && !isParted(last.until, change.from, secretLines)) group?.push(change)
    else groups.push([change])
  }
  return groups
}

// One line has to stay after the first change, or tools would take it for the end of the file.
function isParted(from: number, until: number, secretLines: SecretLines): boolean {
  for (let line = from + 1; line < until; line++) if (secretLines.has(line)) return true
  return false
}

// Tools take a hunk with much less context on one side for the beginning or the end of the file; so many lines less
// are within what `patch` forgives.
const MOST_UNEVEN = 2

function contextOf(
  { before, secretLines }: Texts,
  from: number,
  until: number,
): { readonly from: number; readonly until: number } {
  let lead = 0
  while (lead < CONTEXT_LINES && from - lead > 0 && !secretLines.has(from - lead - 1)) lead++
  let trail = Math.min(1, before.length - until)
  while (trail > 0 && trail < CONTEXT_LINES && until + trail < before.length) {
    if (secretLines.has(until + trail)) break
    trail++
  }
  if (from - lead > 0) trail = Math.min(trail, lead + MOST_UNEVEN)
  if (until + trail < before.length) lead = Math.min(lead, trail + MOST_UNEVEN)
  // What is added at the end needs one line to be placed by.
  if (lead + trail === 0) lead = Math.min(1, from)
  return { from: from - lead, until: until + trail }
}

function hunkOf(texts: Texts, changes: readonly LineChange[]): string {
  const { before, after } = texts
  const [first] = changes
  const last = changes.at(-1)
  if (first === undefined || last === undefined) return ''
  const { from, until } = contextOf(texts, first.from, last.until)
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
