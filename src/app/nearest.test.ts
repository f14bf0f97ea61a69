import { describe, expect, it } from 'vitest'
import { nearest, suggestion } from './nearest.ts'

const NAMES = ['scan', 'fix', 'explain', 'root-container', 'developer', '--format', '--fail-on']

describe('nearest', () => {
  it.each([
    { name: 'a swap', word: 'sacn', found: 'scan' },
    { name: 'a missing letter', word: 'exlain', found: 'explain' },
    { name: 'one letter too many', word: 'fixx', found: 'fix' },
    { name: 'a wrong letter in a short word', word: 'fax', found: 'fix' },
    { name: 'a beginning', word: 'dev', found: 'developer' },
    { name: 'capitals', word: 'SCAN', found: 'scan' },
    { name: 'several mistakes in a long word', word: 'rot-contaner', found: 'root-container' },
    { name: 'a flag', word: '--formt', found: '--format' },
    { name: 'nothing near', word: 'kustomize', found: undefined },
    { name: 'an empty word', word: '', found: undefined },
  ])('finds what was meant by $name', ({ word, found }) => {
    expect(nearest(word, NAMES)).toBe(found)
  })

  it('takes no time for a hostile word', () => {
    const start = performance.now()
    nearest('x'.repeat(1_000_000), NAMES)
    expect(performance.now() - start).toBeLessThan(200)
  })

  it('words a suggestion, or none', () => {
    expect(suggestion('scna', NAMES)).toBe('Did you mean "scan"? ')
    expect(suggestion('zzzzzz', NAMES)).toBe('')
  })
})
