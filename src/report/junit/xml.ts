import { clip, printable } from '../printable.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

// A hostile name may be as long as a file may be large.
const LONGEST_TEXT = 1000

// Most names and messages hold none of what has to be written otherwise.
const BARE = /^[ !#-%(-;=?-~]{0,1000}$/

/** Text as XML 1.0 may hold it, in an element or an attribute; controls, which XML forbids, are spelled out. */
export function xmlText(text: string): string {
  if (BARE.test(text)) return text
  return printable(clip(text, LONGEST_TEXT)).replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '')
}

/** The inside of a tag: its name and attributes. */
export function tag(name: string, attributes: Readonly<Record<string, string | number>>): string {
  const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlText(`${value}`)}"`)
  return name + pairs.join('')
}
