import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ValueContext } from './credential.ts'
import { credentialsInWords } from './credentials-in-words.ts'
import { findCredential } from './find-credential.ts'
import { CREDENTIALS, LOOK_ALIKES } from './planted.data.ts'

const CONTEXTS: readonly ValueContext[] = [
  { name: undefined, keptIn: 'open' },
  { name: 'DB_PASSWORD', keptIn: 'open' },
  { name: 'api-token', keptIn: 'secret' },
  { name: 'config.yaml', keptIn: 'open' },
]

// Seconds on a busy machine; what grows with the square of the text takes hours.
const MOST_MS = 15_000

// Texts with the signs that the readers of formats look for, in any order.
const SIGNS = [
  ...'=<>{}[]@/-.,# ',
  'password',
  'token: ',
  ': ',
  '"',
  "'",
  '\n',
  '\r\n',
  '://',
  '-----BEGIN ',
  'KEY-----',
  'eyJ',
  'AAAA',
  '${',
  '\u0000',
  '\ud800',
  'é',
  '__proto__',
]
const sign = fc.constantFrom(...SIGNS)
const text = fc
  .array(fc.oneof(sign, fc.string({ maxLength: 12 })), { maxLength: 60 })
  .map((pieces) => pieces.join(''))

it('never throws, whatever a value and its name hold', () => {
  fc.assert(
    fc.property(text, text, fc.constantFrom('secret', 'open'), (value, name, keptIn) => {
      expect(() => findCredential(value, { name, keptIn })).not.toThrow()
      expect(() => credentialsInWords([name, value])).not.toThrow()
    }),
  )
})

it('never tells the value', () => {
  for (const { value, context } of [...CREDENTIALS, ...LOOK_ALIKES]) {
    const told = JSON.stringify(findCredential(value, context) ?? {})
    for (const piece of value.split(/[\s"'=:<>]+/).filter(isTelling)) {
      expect(told).not.toContain(piece)
    }
  }
})

// The names of settings may be told; they hold no digits here.
function isTelling(word: string): boolean {
  return word.length > 9 && /\d/.test(word)
}

it.each([
  { name: 'letters', piece: 'a' },
  { name: 'blanks', piece: ' ' },
  { name: 'blanks and a sign', piece: ' #' },
  { name: 'braces', piece: '{' },
  { name: 'tags', piece: '<a>' },
  { name: 'attributes', piece: 'a="b' },
  { name: 'addresses', piece: 'a://b:' },
  { name: 'pairs', piece: 'password=' },
  { name: 'connection strings', piece: 'host=a;pwd=' },
  { name: 'headings of keys', piece: '-----BEGIN PRIVATE KEY-----' },
  { name: 'tokens', piece: 'eyJhbGciOi.' },
  { name: 'hosts', piece: 'a.' },
  { name: 'folders', piece: '/a' },
  { name: 'encoded', piece: 'YWFh' },
  { name: 'quotes', piece: `"'` },
  { name: 'lines', piece: '\n- a:' },
])('reads a long text of $name in time', { timeout: 30_000 }, ({ piece }) => {
  const long = piece.repeat(Math.ceil(400_000 / piece.length))
  const began = performance.now()
  for (const context of CONTEXTS) findCredential(long, context)
  credentialsInWords(['sh', '-c', long])
  expect(performance.now() - began).toBeLessThan(MOST_MS)
})
