import { clip, printable } from '../printable.ts'

// What GitHub shows of a message; the rest would be cut there without a mark.
const LONGEST_MESSAGE = 1000

/**
 * A plain text message. Braces are doubled (SARIF 2.1.0, 3.11.5), and a name such as `[click](https://…)` is kept from
 * becoming a link (3.11.6).
 */
export function messageOf(text: string): { readonly text: string } {
  const plain = printable(clip(text, LONGEST_MESSAGE))
  return { text: plain.replaceAll(/[{}]/g, '$&$&').replaceAll('](', '] (') }
}
