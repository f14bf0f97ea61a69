import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { readJsonText } from './json-text.ts'

it('never throws', () => {
  const pieces = fc.constantFrom('${', '}', '{', '"', '\\', ':', ',', '[', ']', 'a', '1', '\n')
  fc.assert(
    fc.property(fc.array(pieces), (text) => {
      expect(() => readJsonText(text.join(''))).not.toThrow()
    }),
  )
})

it('reads what JSON.stringify wrote', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value)
      expect(readJsonText(text)).toEqual(JSON.parse(text))
    }),
  )
})
