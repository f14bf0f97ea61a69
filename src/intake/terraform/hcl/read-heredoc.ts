import { cursor, refuseHcl } from './cursor.ts'
import { readHole } from './read-hole.ts'
import { beginsName, readName } from './read-name.ts'
import { isEscapedHole, isHole, templateOf, trimmedStart } from './read-template.ts'
import type { Expression, TemplatePart } from './syntax.ts'
import { nestParts, type TemplateToken } from './template-tokens.ts'

const LINE_FEED = 10
const CARRIAGE_RETURN = 13
const MINUS = 45

/** Reads the heredoc at the cursor, which then stands behind the closing marker. */
export function readHeredoc(): Expression {
  const { text, at: start } = cursor
  const isFlush = text.charCodeAt(start + 2) === MINUS
  cursor.at = start + (isFlush ? 3 : 2)
  const marker = readMarker()
  const tokens: TemplateToken[] = []
  let trims = false
  while (!endsAt(marker)) trims = readLine(tokens, trims, start)
  const whole = isFlush ? flush(tokens) : tokens
  return templateOf(merged(whole), start)
}

/** Reads all of the cursor's text as a template without quotes. */
export function readBareTemplate(): readonly TemplatePart[] {
  const tokens: TemplateToken[] = []
  let trims = false
  while (cursor.at < cursor.text.length) trims = readLine(tokens, trims, -1)
  return nestParts(merged(tokens))
}

function readMarker(): string {
  const { text } = cursor
  if (!beginsName(text, cursor.at)) {
    refuseHcl(cursor.at, 'A heredoc needs a marker.', 'Write one, as in `<<EOT`.')
  }
  const marker = readName('the marker of a heredoc')
  if (text.charCodeAt(cursor.at) === CARRIAGE_RETURN) cursor.at++
  if (text.charCodeAt(cursor.at) !== LINE_FEED) {
    refuseHcl(cursor.at, 'The text of a heredoc begins on the next line.', 'Break the line here.')
  }
  cursor.at++
  return marker
}

// Asked at the beginning of a line; moves behind the marker, but not over the line break.
function endsAt(marker: string): boolean {
  const { text, at } = cursor
  let from = at
  while (text.charCodeAt(from) === 32 || text.charCodeAt(from) === 9) from++
  if (!text.startsWith(marker, from)) return false
  const end = from + marker.length
  let after = end
  while (text.charCodeAt(after) === 32 || text.charCodeAt(after) === 9) after++
  if (text.charCodeAt(after) === CARRIAGE_RETURN) after++
  if (text.charCodeAt(after) !== LINE_FEED && after < text.length) return false
  cursor.at = end
  return true
}

// Each line is a text of its own: a hole swallows no more than the rest of its line.
function readLine(tokens: TemplateToken[], trimsFirst: boolean, start: number): boolean {
  const { text } = cursor
  let trims = trimsFirst
  for (;;) {
    const from = cursor.at
    const line = trimmedStart(readText(start), trims)
    const isWhole =
      cursor.at >= text.length || (text.charCodeAt(cursor.at - 1) === LINE_FEED && cursor.at > from)
    if (isWhole) {
      if (cursor.at > from) tokens.push({ kind: 'text', text: line, start: from, end: cursor.at })
      return false
    }
    const hole = readHole()
    const kept = hole.trimsBefore ? line.trimEnd() : line
    if (hole.token.start > from) {
      tokens.push({ kind: 'text', text: kept, start: from, end: hole.token.start })
    }
    tokens.push(hole.token)
    trims = hole.trimsAfter
  }
}

// Reads up to the next hole, or to the end of the line with its break.
function readText(start: number): string {
  const { text } = cursor
  let from = cursor.at
  let read = ''
  for (let at = from; ;) {
    const code = text.charCodeAt(at)
    if (code === LINE_FEED || isHole(text, at, code)) {
      cursor.at = code === LINE_FEED ? at + 1 : at
      return read + text.slice(from, cursor.at)
    }
    if (isEscapedHole(text, at, code)) {
      read += text.slice(from, at + 1)
      from = at = at + 2
    } else if (code !== code) {
      // A file that is a template ends where it ends.
      if (start === -1) {
        cursor.at = at
        return read + text.slice(from, at)
      }
      refuseHcl(start, 'This heredoc has no end.', 'Write its marker on a line of its own.')
    } else at++
  }
}

// `<<-` takes from each line the indentation that all lines share; blank ones have none, and lines that a hole has
// shortened to nothing keep theirs. Source: HCL 2, flushHeredocTemplateParts.
function flush(tokens: readonly TemplateToken[]): readonly TemplateToken[] {
  const indented = new Set<TemplateToken>()
  let least = Infinity
  let isFirst = true
  for (const token of tokens) {
    if (isFirst) least = Math.min(least, indentOf(token, indented))
    isFirst = token.kind === 'text' && token.text.endsWith('\n')
  }
  if (least === 0 || least === Infinity) return tokens
  return tokens.map((token) =>
    token.kind === 'text' && indented.has(token)
      ? { ...token, text: token.text.slice(least) }
      : token,
  )
}

function indentOf(token: TemplateToken, indented: Set<TemplateToken>): number {
  if (token.kind !== 'text') return 0
  const rest = token.text.trimStart()
  if (rest === '' && token.text.endsWith('\n')) return Infinity
  indented.add(token)
  return token.text.length - rest.length
}

function merged(tokens: readonly TemplateToken[]): readonly TemplateToken[] {
  const kept: TemplateToken[] = []
  for (const token of tokens) {
    const last = kept.at(-1)
    if (last?.kind !== 'text' || token.kind !== 'text') kept.push(token)
    else kept[kept.length - 1] = { ...last, text: last.text + token.text, end: token.end }
  }
  return kept
}
