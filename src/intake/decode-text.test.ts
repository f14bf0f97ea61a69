import { describe, expect, it } from 'vitest'
import { decodeText, guessText } from './decode-text.ts'

describe('decodeText', () => {
  it.each([
    { name: 'plain letters', text: 'kind: Pod\n' },
    { name: 'letters of every length', text: 'é € 😀\n' },
    { name: 'a byte order mark', text: '\uFEFFkind: Pod\n' },
    { name: 'nothing', text: '' },
  ])('reads $name as they are', ({ text }) => {
    expect(decodeText(Buffer.from(text), 'x.yaml')).toEqual({ ok: true, value: text })
  })

  it.each([
    {
      name: 'a byte of Latin-1',
      bytes: Buffer.from('a: b\nc: caf\xe9\n', 'latin1'),
      code: 'INTAKE_ENCODING',
      at: 'x.yaml:2',
    },
    {
      name: 'a character cut off at the end',
      bytes: Buffer.from('a\nb\n').subarray(0, 3),
      more: [0xe2, 0x82],
      code: 'INTAKE_ENCODING',
      at: 'x.yaml:2',
    },
    {
      name: 'an overlong form',
      bytes: Buffer.from([0xc0, 0x80]),
      code: 'INTAKE_ENCODING',
      at: 'x.yaml:1',
    },
    {
      name: 'half a surrogate pair',
      bytes: Buffer.from([10, 0xed, 0xa0, 0x80]),
      code: 'INTAKE_ENCODING',
      at: 'x.yaml:2',
    },
    {
      name: 'UTF-16 of Windows',
      bytes: Buffer.from('\uFEFFkind: Pod', 'utf16le'),
      code: 'INTAKE_ENCODING',
      at: 'x.yaml:1',
    },
    {
      name: 'UTF-16 the other way round',
      bytes: Buffer.from('\uFEFFkind: Pod', 'utf16le').swap16(),
      code: 'INTAKE_ENCODING',
      at: 'x.yaml:1',
    },
    { name: 'a NUL', bytes: Buffer.from('a: \0b'), code: 'INTAKE_BINARY', at: 'x.yaml' },
    {
      name: 'the start of a picture',
      bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 0x1a, 10]),
      code: 'INTAKE_BINARY',
      at: 'x.yaml',
    },
  ])('refuses $name', ({ bytes, more = [], code, at }) => {
    expect(decodeText(Buffer.concat([bytes, Buffer.from(more)]), 'x.yaml')).toMatchObject({
      ok: false,
      fault: { code, at },
    })
  })

  it('says that a file is UTF-16', () => {
    const decoded = decodeText(Buffer.from('\uFEFFkind: Pod', 'utf16le'), 'x.yaml')
    expect(!decoded.ok && decoded.fault.message).toMatch(/UTF-16/)
  })
})

describe('guessText', () => {
  it.each([
    { name: 'UTF-16 of Windows', bytes: Buffer.from('\uFEFFkind', 'utf16le') },
    { name: 'UTF-16 the other way round', bytes: Buffer.from('\uFEFFkind', 'utf16le').swap16() },
    { name: 'Latin-1', bytes: Buffer.from('\xe9 kind', 'latin1') },
  ])('finds a word in $name', ({ bytes }) => {
    expect(guessText(bytes)).toContain('kind')
  })
})
