/** One stretch of text that holds one document at most, its `---` and directives included. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

const TAB = 9
const LINE_FEED = 10
const CARRIAGE_RETURN = 13
const SPACE = 32
const HASH = 35
const PERCENT = 37
const BYTE_ORDER_MARK = 0xfeff
// One search for both markers, as a second one over the whole text costs more than reading a tenth of it.
const MARKER_LINE = /\n(?:---(?=[\n\r \t#]|$)|\.\.\.(?=[\n\r \t]|$))/g

/**
 * Cuts a text into its documents before any of them is read, so that a broken one cannot swallow the next: at lines
 * that begin with `---` and at lines that are `...`, as Kubernetes' own stream reader does, block scalars or not.
 * O(text).
 */
export function splitDocuments(text: string): readonly Stretch[] {
  const stretches: Stretch[] = []
  let start = afterMark(text, 0)
  while (start < text.length) {
    // A document's own marker comes after its directives and does not end it.
    const body = afterDirectives(text, start)
    const from = isMarker(text, body, '---') ? body + 3 : body
    const end = nextMarker(text, from)
    stretches.push({ start: startOf(text, { start, body, from }), end })
    // An end marker belongs to no document.
    start = text[end] === '.' ? end + 3 : end
  }
  return stretches
}

/** Where a stretch begins, where what follows its directives, and where what follows its own marker. */
interface Beginning {
  readonly start: number
  readonly body: number
  readonly from: number
}

function startOf(text: string, { start, body, from }: Beginning): number {
  // Behind `---#` only a comment follows, but to YAML itself those five characters would be a text.
  if (text[body + 3] === '#' && from > body) return from
  // Files put together into one keep their marks; Kubernetes cuts at the `---` first and then drops the mark.
  const line = text.indexOf('\n', from) + 1
  const after = afterMark(text, line)
  const isEmpty = from > body && line > 0 && after > line && text.slice(from, line).trim() === ''
  return isEmpty ? after : start
}

function afterMark(text: string, at: number): number {
  return text.charCodeAt(at) === BYTE_ORDER_MARK ? at + 1 : at
}

function nextMarker(text: string, from: number): number {
  const isAtOnce = isMarker(text, from, '---') || isMarker(text, from, '...')
  if (isAtOnce && isLineStart(text, from)) return from
  MARKER_LINE.lastIndex = from
  const found = MARKER_LINE.exec(text)
  return found === null ? text.length : found.index + 1
}

function isLineStart(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1)
  return at === 0 || before === LINE_FEED || before === BYTE_ORDER_MARK
}

function isMarker(text: string, at: number, marker: string): boolean {
  if (!text.startsWith(marker, at)) return false
  const after = text[at + 3]
  if (after === undefined || after === '\n' || after === '\r' || after === ' ' || after === '\t')
    return true
  // Kubernetes' stream reader takes a comment right behind the dashes.
  return after === '#' && marker === '---'
}

// Where the lines of directives (%YAML, %TAG) end, if a document begins with any; else its own beginning.
function afterDirectives(text: string, start: number): number {
  let at = start
  let end = start
  while (at < text.length) {
    const first = firstInLine(text, at)
    const isDirective = text.charCodeAt(at) === PERCENT
    const code = text.charCodeAt(first)
    if (!isDirective && code !== LINE_FEED && code !== HASH && first < text.length) {
      return end === start ? start : at
    }
    const lineEnd = text.indexOf('\n', first)
    at = lineEnd === -1 ? text.length : lineEnd + 1
    if (isDirective) end = at
  }
  return start
}

// The first character of a line that is no white space, or its break.
function firstInLine(text: string, from: number): number {
  let at = from
  let code = text.charCodeAt(at)
  while (code === SPACE || code === TAB || code === CARRIAGE_RETURN) code = text.charCodeAt(++at)
  return at
}
