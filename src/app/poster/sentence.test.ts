import { describe, expect, it } from 'vitest'
import { firstSentence } from './sentence.ts'

describe('firstSentence', () => {
  it.each([
    { name: 'ends at the first full stop', text: 'One. Two.', is: 'One.' },
    { name: 'joins broken lines', text: 'One\nline. Two.', is: 'One line.' },
    { name: 'stays in the first paragraph', text: 'One\n\nTwo.', is: 'One' },
    {
      name: 'reads no end into code',
      text: 'Set `a. b` to 1.35 or so. Two.',
      is: 'Set `a. b` to 1.35 or so.',
    },
    { name: 'takes all of a single sentence', text: 'Only one.', is: 'Only one.' },
  ])('$name', ({ text, is }) => {
    expect(firstSentence(text)).toBe(is)
  })
})
