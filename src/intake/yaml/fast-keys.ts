import { cursor, handOver, isBlankOrEnd } from './fast-cursor.ts'
import { isTyped, trimEnd } from './fast-plain.ts'
import { readQuoted } from './fast-quoted.ts'
import { keyOf, resolvePlain } from './resolve-scalar.ts'

const TAB = 9
const LINE_FEED = 10
const SPACE = 32
const DOUBLE_QUOTE = 34
const HASH = 35
const COLON = 58
const BACKSLASH = 92

/** A key and its colon further apart are not a key to Kubernetes' reader (YAML 1.2, 7.4.3). */
export const LONGEST_KEY = 1024

// Manifests use few different keys again and again: a key that was met before costs a comparison, not a new string.
const SLOTS = 4096
const plainTexts: string[] = emptySlots()
const plainKeys: string[] = emptySlots()
const quotedKeys: string[] = emptySlots()

let hash = 0

/** Where the colon stands that makes the plain text from `start` on a key, or -1 if its line has none. */
export function findColon(start: number): number {
  const { text } = cursor
  let sum = 0
  for (let at = start; ; at++) {
    const code = text.charCodeAt(at)
    if (code <= COLON) {
      if (code === COLON) {
        if (isBlankOrEnd(text.charCodeAt(at + 1))) {
          hash = sum
          return at
        }
      } else if (code === LINE_FEED) return -1
      else if (code === HASH) {
        const before = text.charCodeAt(at - 1)
        if (before === SPACE || before === TAB) return -1
      }
    } else if (code !== code) return -1
    sum = (Math.imul(sum, 31) + code) | 0
  }
}

/** The key that Kubernetes makes of the plain text from `start` to the colon that findColon found last. */
export function plainKey(start: number, colon: number): string {
  const { text } = cursor
  const slot = hash & (SLOTS - 1)
  const known = plainTexts[slot] ?? ''
  if (known.length === colon - start && text.startsWith(known, start)) return plainKeys[slot] ?? ''
  const end = trimEnd(start, colon)
  const written = ownCopy(text.slice(start, end))
  const key = resolveKey(written)
  if (end === colon) {
    plainTexts[slot] = written
    plainKeys[slot] = key
  }
  return key
}

/** Whatever Kubernetes makes of the plain text from `start` to `end` as a key. */
export function shortKey(start: number, end: number): string {
  return resolveKey(cursor.text.slice(start, end))
}

/** Reads a key in quotes and leaves the cursor behind the closing one. */
export function quotedKey(start: number): string {
  const { text } = cursor
  if (text.charCodeAt(start) !== DOUBLE_QUOTE) return readQuoted(start)
  let sum = 0
  for (let at = start + 1; ; at++) {
    const code = text.charCodeAt(at)
    if (code === DOUBLE_QUOTE) return knownKey(start + 1, at, sum & (SLOTS - 1))
    if (code === BACKSLASH || code === LINE_FEED || code !== code) return readQuoted(start)
    sum = (Math.imul(sum, 31) + code) | 0
  }
}

function knownKey(start: number, end: number, slot: number): string {
  const { text } = cursor
  cursor.pos = end + 1
  cursor.isBroken = false
  const known = quotedKeys[slot] ?? ''
  if (known.length === end - start && text.startsWith(known, start)) return known
  const key = ownCopy(text.slice(start, end))
  quotedKeys[slot] = key
  return key
}

/** The same text with characters of its own: a piece of a file's text keeps all of that in memory. */
export function ownCopy(piece: string): string {
  return ` ${piece}`.slice(1)
}

// The library words why Kubernetes refuses a key.
function resolveKey(written: string): string {
  if (!isTyped(written.charCodeAt(0))) return written
  return keyOf(resolvePlain(written), written) ?? handOver()
}

function emptySlots(): string[] {
  return Array<string>(SLOTS).fill('')
}
