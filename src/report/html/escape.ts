import { clip, printable } from '../printable.ts'

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

// A hostile name may be as long as a file may be large.
const LONGEST_TEXT = 1000

// What has no letters from right to left needs no fence.
const ASCII = /^[ -~]*$/
const BARE = /^[ !#-%(-;=?-~]*$/

/**
 * Text of the estate, in an element or a quoted attribute. What cannot be seen is spelled out, so no mark turns the
 * line around; it is clipped to a length that can be read.
 */
export function text(value: string): string {
  return markup(printable(clip(value, LONGEST_TEXT)))
}

/**
 * A text of the estate on its own, such as a name or a message, in an element: letters written from right to left do
 * not reorder what is around.
 */
export function isolated(value: string): string {
  const plain = printable(clip(value, LONGEST_TEXT))
  return ASCII.test(plain) ? content(plain) : `<bdi>${content(plain)}</bdi>`
}

/** Text of our own, line ends and length as they are. */
export function markup(value: string): string {
  return BARE.test(value) ? value : value.replaceAll(/[&<>"']/g, (sign) => REFERENCES[sign] ?? '')
}

/** Text of our own in an element: quotes mean nothing there, and a page has tens of thousands of them. */
export function content(value: string): string {
  return value.replaceAll(/[&<>]/g, (sign) => REFERENCES[sign] ?? '')
}
