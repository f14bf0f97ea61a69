/** A template with its actions hidden: it is as long, line for line, and reads as the YAML that is written around them. */
export interface Mask {
  readonly text: string
  /** Brings the actions back into a text that was changed between them; undefined when one of them is not there. */
  readonly unmask: (text: string) => string | undefined
}

// Characters for private use, which no chart holds: one for the number of an action, one for the rest of its length.
const FIRST_NUMBER = 0xe000
const MOST_ACTIONS = 0x18ff
const REST = '\uF8FF'
const PRIVATE = /[\uE000-\uF8FF]/
const HIDDEN = /(#?)([\uE000-\uF8FE])\uF8FF*/g

/**
 * Hides the actions of a template. Those that have a line to themselves become comments, others become words. Undefined
 * when that cannot be done without changing where things stand. O(text).
 */
export function maskTemplate(text: string): Mask | undefined {
  if (PRIVATE.test(text)) return undefined
  const actions = actionsIn(text)
  if (actions === undefined) return undefined
  const stretches = actions.flatMap((action) => linesOf(text, action))
  if (stretches.length > MOST_ACTIONS) return undefined
  const hidden: Hidden[] = []
  let masked = ''
  let at = 0
  for (const { start, end } of stretches) {
    const isComment = isAlone(text, masked + text.slice(at, start), end)
    if (isComment && end - start < 2) return undefined
    const number = String.fromCharCode(FIRST_NUMBER + hidden.length)
    const word = (isComment ? '#' : '') + number
    masked += text.slice(at, start) + word.padEnd(end - start, REST)
    hidden.push({ text: text.slice(start, end), isComment })
    at = end
  }
  return { text: masked + text.slice(at), unmask: (changed) => unmasked(changed, hidden) }
}

interface Stretch {
  readonly start: number
  readonly end: number
}

interface Hidden {
  readonly text: string
  readonly isComment: boolean
}

function unmasked(text: string, hidden: readonly Hidden[]): string | undefined {
  const numbers = [...text.matchAll(HIDDEN)].map(([, , number]) => number)
  if (numbers.length !== hidden.length || new Set(numbers).size !== hidden.length) return undefined
  return text.replaceAll(HIDDEN, (all: string, sign: string, number: string) => {
    const found = hidden[number.charCodeAt(0) - FIRST_NUMBER]
    if (found === undefined) return all
    return found.isComment ? found.text : sign + found.text
  })
}

function actionsIn(text: string): readonly Stretch[] | undefined {
  const actions: Stretch[] = []
  for (let start = text.indexOf('{{'); start !== -1;) {
    const end = endOfAction(text, start)
    if (end === undefined) return undefined
    actions.push({ start, end })
    start = text.indexOf('{{', end)
  }
  return actions
}

function endOfAction(text: string, start: number): number | undefined {
  if (/^\{\{(?:- )?\/\*/.test(text.slice(start, start + 6))) {
    const close = text.indexOf('*/', start)
    const end = text.indexOf('}}', close)
    return close === -1 || end === -1 ? undefined : end + 2
  }
  for (let at = start + 2; at < text.length; at++) {
    const sign = text[at] ?? ''
    if (sign === '}' && text[at + 1] === '}') return at + 2
    if (sign !== '"' && sign !== '`') continue
    while (++at < text.length && text[at] !== sign) if (sign === '"' && text[at] === '\\') at++
  }
  return undefined
}

// An action may go over several lines; each is hidden for itself, without the space at its ends.
function linesOf(text: string, { start, end }: Stretch): readonly Stretch[] {
  const stretches: Stretch[] = []
  let at = start
  for (const line of text.slice(start, end).split('\n')) {
    const from = at + line.length - line.trimStart().length
    const until = at + line.trimEnd().length
    if (until > from) stretches.push({ start: from, end: until })
    at += line.length + 1
  }
  return stretches
}

// What follows on the line is an action too, or nothing.
function isAlone(text: string, before: string, end: number): boolean {
  const lineStart = before.lastIndexOf('\n') + 1
  if (before.slice(lineStart).trim() !== '') return false
  const lineEnd = text.indexOf('\n', end)
  const rest = text.slice(end, lineEnd === -1 ? text.length : lineEnd)
  return rest.trim() === '' || /^(?:\s*\{\{(?:(?!\}\}).)*\}\})+\s*$/.test(rest)
}
