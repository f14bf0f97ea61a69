/** One text as it was read: the file's name as the user sees it, and its characters, byte order mark and all. */
export interface Source {
  readonly file: string
  readonly text: string
}

/** A position for people: both counted from 1, the column in UTF-16 units as editors and SARIF count. */
export interface Position {
  readonly line: number
  readonly column: number
}

const LINE_FEED = 10
const CARRIAGE_RETURN = 13
const BYTE_ORDER_MARK = 0xfeff
// A line table is built once a source is asked about at all; most sources of a large estate never are.
const lineTables = new WeakMap<Source, Int32Array>()

/**
 * The line and column of `offset`, in UTF-16 units from the start of the text. Offsets past the end give the end.
 * The first call for a source is O(text), later ones O(log lines).
 */
export function positionAt(source: Source, offset: number): Position {
  const starts = lineStarts(source)
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  const start = starts[low] ?? 0
  // The mark is no character of the first line: an editor does not count it.
  const unseen = low === 0 && source.text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0
  return { line: low + 1, column: Math.max(1, offset - start - unseen + 1) }
}

function lineStarts(source: Source): Int32Array {
  const known = lineTables.get(source)
  if (known !== undefined) return known
  const { text } = source
  let lines = 1
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++
  const table = new Int32Array(lines)
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1))
    table[line++] = at + 1
  lineTables.set(source, table)
  return table
}

/** The line break a text uses: the first one found decides. */
export function lineBreak(source: Source): '\n' | '\r\n' {
  const at = source.text.indexOf('\n')
  return at > 0 && source.text.charCodeAt(at - 1) === CARRIAGE_RETURN ? '\r\n' : '\n'
}

/** Where the line of `offset` begins. */
export function lineStart(source: Source, offset: number): number {
  let at = offset
  while (at > 0 && source.text.charCodeAt(at - 1) !== LINE_FEED) at--
  return at
}
