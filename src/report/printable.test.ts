import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asciiOnly, clip, jsonString, jsonText, printable } from './printable.ts'

const fromCodes = (...codes: readonly number[]): string => String.fromCodePoint(...codes)

describe('printable', () => {
  it.each([
    { name: 'leaves words alone', text: 'Größe 尺寸 😀', is: 'Größe 尺寸 😀' },
    { name: 'spells a line break', text: 'a\nb\r\tc', is: String.raw`a\nb\r\tc` },
    { name: 'spells a terminal command', text: '\u001B[2J', is: String.raw`\u001b[2J` },
    { name: 'spells a one-byte command', text: fromCodes(0x9b), is: String.raw`\u009b` },
    { name: 'spells a right-to-left mark', text: fromCodes(0x202e), is: String.raw`\u202e` },
    { name: 'spells what is invisible', text: fromCodes(0x200b), is: String.raw`\u200b` },
    { name: 'spells a tag beyond 16 bits', text: fromCodes(0xe0041), is: String.raw`\u{e0041}` },
    { name: 'spells half a pair', text: 'x\uD800', is: String.raw`x\ud800` },
    { name: 'spells what is no character', text: fromCodes(0xfffe), is: String.raw`\ufffe` },
    { name: 'spells a line separator', text: fromCodes(0x2028), is: String.raw`\u2028` },
  ])('$name', ({ text, is }) => {
    expect(printable(text)).toBe(is)
  })
})

describe('asciiOnly', () => {
  it('spells everything else', () => {
    expect(asciiOnly('é😀\n')).toBe(String.raw`\u00e9\u{1f600}\n`)
  })
})

describe('clip', () => {
  it.each([
    { name: 'keeps what fits', text: 'abc', limit: 3, is: 'abc' },
    { name: 'marks what it cut', text: 'abcd', limit: 3, is: 'ab…' },
    { name: 'leaves no half of a pair', text: 'a😀bc', limit: 3, is: 'a…' },
  ])('$name', ({ text, limit, is }) => {
    expect(clip(text, limit)).toBe(is)
  })
})

describe('jsonText', () => {
  it('reads back as what it was', () => {
    assert(
      property(string({ unit: 'binary' }), (text) => {
        expect(JSON.parse(jsonText({ [text]: [text] }))).toEqual({ [text]: [text] })
        expect(jsonString(text)).toBe(jsonText(text))
      }),
    )
  })

  it('shows nothing that a terminal would obey', () => {
    const text = fromCodes(0x1b, 0x9b, 0x202e, 0xfeff, 0xe0041, 0x7f)
    expect(jsonText(text)).toBe(String.raw`"\u001b\u009b\u202e\ufeff\udb40\udc41\u007f"`)
    expect(JSON.parse(jsonText(text))).toBe(text)
  })
})
