import { diffLines, linesOf, type LineChange } from './line-diff.ts'

const CONTEXT_LINES = 3

/** Lines of the old text, counted from 0, that hold what is better not printed. */
export type SecretLines = ReadonlySet<number>

/** What can be shown of the change of a file, and the lines of the old text (from 1) at which a change cannot. */
export interface ShownDiff {
  readonly text: string
  readonly withheld: readonly number[]
}

/**
 * The change of one file as `git apply` and `patch -p1` take it, or nothing when there is none. `file` is its path from
 * the folder they run in. O(lines).
 */
export function unifiedDiff(file: string, before: string, after: string): string {
  return discreetDiff(file, before, after, NO_LINES).text
}

/**
 * The same without `secretLines`: context ends before such a line, and what changes one, or cannot be placed without
 * it, is withheld. What is shown can be applied without the rest. O(lines).
 */
export function discreetDiff(
  file: string,
  before: string,
  after: string,
  secretLines: SecretLines,
): ShownDiff {
  if (before === after) return { text: '', withheld: [] }
  const texts = { before: linesOf(before), after: linesOf(after), secretLines }
  const hunks: string[] = []
  const withheld: number[] = []
  let missing = 0
  for (const group of groupChanges(diffLines(texts.before, texts.after), secretLines)) {
    const hunk = hunkOf(texts, group, missing)
    if (hunk !== undefined) hunks.push(hunk)
    else {
      withheld.push((group[0]?.from ?? 0) + 1)
      missing += group.reduce((sum, change) => sum + growthOf(change), 0)
    }
  }
  if (hunks.length === 0) return { text: '', withheld }
  const name = file.replace(/^(?:\.?\/)+/, '')
  const head = `--- ${fileName(`a/${name}`)}\n+++ ${fileName(`b/${name}`)}\n`
  return { text: head + hunks.join(''), withheld }
}

function growthOf({ from, until, newFrom, newUntil }: LineChange): number {
  return newUntil - newFrom - (until - from)
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

// `missing`: how many lines the new text would have more before this hunk, had none been withheld.
function hunkOf(texts: Texts, changes: readonly LineChange[], missing: number): string | undefined {
  const { before, after, secretLines } = texts
  const [first] = changes
  const last = changes.at(-1)
  if (first === undefined || last === undefined) return undefined
  const { from, until } = contextOf(texts, first.from, last.until)
  for (let line = from; line < until; line++) if (secretLines.has(line)) return undefined
  const newFrom = first.newFrom - (first.from - from) - missing
  const newUntil = last.newUntil + (until - last.until) - missing
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
