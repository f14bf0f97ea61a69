import { expect, it } from 'vitest'
import { daysOf } from './retention.ts'

it.each([
  ['P30D', 30],
  ['P3Y', 1095],
  ['P6M', 180],
  ['P2W', 14],
  ['PT48H', 2],
  ['P1Y6M', 545],
])('takes %s for %d days', (text, days) => {
  expect(daysOf(text)).toBe(days)
})

it.each(['P', '30 days', '', 'forever', 3, undefined])('takes %s for no duration', (value) => {
  expect(daysOf(value)).toBeUndefined()
})
