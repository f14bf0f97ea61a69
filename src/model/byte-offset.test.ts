import { describe, expect, it } from 'vitest'
import { byteOffset } from './byte-offset.ts'

describe('byteOffset', () => {
  it('counts UTF-8', () => {
    expect(byteOffset({ file: 'a.yaml', text: 'é😀x' }, 3)).toBe(6)
  })

  it('counts units as bytes where they are', () => {
    expect(byteOffset({ file: 'a.yaml', text: 'plain' }, 4)).toBe(4)
  })

  // Pairs of surrogates around every boundary of the table, at both parities.
  it.each(['', 'x'])('counts what Node counts, in long texts, shifted by "%s"', (shift) => {
    const source = { file: 'a.yaml', text: `${shift}${'😀é'.repeat(2000)}${'é'.repeat(700)}` }
    for (let offset = 0; offset < source.text.length; offset += 3) {
      expect(byteOffset(source, offset)).toBe(Buffer.byteLength(source.text.slice(0, offset)))
    }
  })
})
