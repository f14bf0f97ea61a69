import { cursor } from './fast-cursor.ts'

const TAB = 9
const LINE_FEED = 10
const CARRIAGE_RETURN = 13
const SPACE = 32
const HASH = 35

/** Goes over white space, line breaks and comments inside brackets; gives the next token's offset. */
export function skipFlow(from: number): number {
  const { text, limit } = cursor
  let at = from
  for (;;) {
    const code = text.charCodeAt(at)
    if (code === SPACE || code === LINE_FEED || code === CARRIAGE_RETURN || code === TAB) at++
    else if (code === HASH) {
      at = text.indexOf('\n', at)
      if (at === -1) return limit
    } else return at
  }
}
