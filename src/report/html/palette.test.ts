import { expect, it } from 'vitest'
import { PALETTE } from './palette.data.ts'

const { page, surface, sunken, line, ...inks } = PALETTE
const GROUNDS = [page, surface, sunken]

it.each([
  ...Object.entries(inks).map(([name, shade]) => ({ name, shade, least: 5.4 })),
  { name: 'line', shade: line, least: 3 },
])('lets $name be seen on every ground, in both schemes', ({ shade, least }) => {
  for (const ground of GROUNDS) {
    expect(contrast(shade.light, ground.light)).toBeGreaterThanOrEqual(least)
    expect(contrast(shade.dark, ground.dark)).toBeGreaterThanOrEqual(least)
  }
})

// WCAG 2.2, contrast ratio.
function contrast(a: string, b: string): number {
  const [bright = 0, dim = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (bright + 0.05) / (dim + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
