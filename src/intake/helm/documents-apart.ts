import { cutter, padding, type Piece, type Trace } from './template/trace.ts'

const MARKER = '---'
const SEPARATOR = `\n${MARKER}\n`

/**
 * Cuts a text into documents as Helm does before anybody reads it as YAML: wherever a line begins with three dashes,
 * whatever follows them, and without the white space around. O(text).
 */
export function documentsApart(trace: Trace): Trace {
  const { text, pieces } = trace
  if (text.trim() === '') return { text: '', pieces: [] }
  const cut = cutter(pieces)
  const parts: string[] = []
  const kept: Piece[] = []
  let last: Piece | undefined
  let at = 0
  const take = (length: number): void => {
    for (const piece of cut(length)) {
      last = piece
      kept.push(piece)
    }
  }
  const end = beforeSpace(text, text.length)
  for (const { from, to } of separators(text, end)) {
    parts.push(text.slice(at, from))
    take(from - at)
    const [skipped] = cut(to - from)
    const model = skipped ?? last
    if (model !== undefined) kept.push(padding(model, SEPARATOR.length))
    at = to
  }
  parts.push(text.slice(at, Math.max(at, end)))
  take(Math.max(end - at, 0))
  const model = last ?? pieces[0]
  if (model !== undefined) kept.push(padding(model, 1))
  return { text: `${parts.join(SEPARATOR)}\n`, pieces: kept }
}

interface Stretch {
  readonly from: number
  readonly to: number
}

function* separators(text: string, end: number): Generator<Stretch, void> {
  let from = 0
  if (text.trimStart().startsWith(MARKER)) {
    const to = afterSpace(text, afterSpace(text, 0) + MARKER.length)
    yield { from: 0, to }
    from = to
  }
  for (let line = text.indexOf(`\n${MARKER}`, from); line !== -1 && line < end;) {
    const to = afterSpace(text, line + 1 + MARKER.length)
    yield { from: Math.max(from, beforeSpace(text, line)), to }
    from = to
    line = text.indexOf(`\n${MARKER}`, to - 1)
  }
}

function beforeSpace(text: string, from: number): number {
  let at = from
  while (at > 0 && isSpace(text.charCodeAt(at - 1))) at--
  return at
}

function afterSpace(text: string, from: number): number {
  let at = from
  while (isSpace(text.charCodeAt(at))) at++
  return at
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13)
}
