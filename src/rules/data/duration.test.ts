import { expect, it } from 'vitest'
import { parseDuration } from './duration.ts'

it.each([
  { text: '2160h', seconds: 7_776_000 },
  { text: '1h30m', seconds: 5400 },
  { text: '1.5s', seconds: 1.5 },
  { text: '90d', seconds: undefined },
  { text: '', seconds: undefined },
  { text: 24, seconds: undefined },
])('reads $text as $seconds seconds', ({ text, seconds }) => {
  expect(parseDuration(text)).toBe(seconds)
})
