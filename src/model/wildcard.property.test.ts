import { assert, constantFrom, property, array } from 'fast-check'
import { describe, it } from 'vitest'
import { matches } from './wildcard.ts'

const text = (characters: readonly string[]) =>
  array(constantFrom(...characters), { maxLength: 12 }).map((chars) => chars.join(''))

describe('a pattern for names', () => {
  it('matches what the same regular expression matches', () => {
    assert(
      property(text(['a', 'b', '-', '*', '?']), text(['a', 'b', '-']), (pattern, name) => {
        const source = pattern.replaceAll('*', '.*').replaceAll('?', '.')
        return matches(pattern, name) === new RegExp(`^${source}$`).test(name)
      }),
    )
  })
})
