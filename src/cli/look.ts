import { succeed, type Result } from '../base/result.ts'
import { COLOR_WORDS } from './commands.data.ts'
import { isOn, numberOf, wordOf } from './read-flags.ts'
import { WIDTHS, type Look } from './style.ts'
import type { Words } from './words.ts'

/** Reads the flags about the look of what is written. */
export function lookOf(words: Words): Result<Look> {
  const color = wordOf(words, '--color', COLOR_WORDS)
  if (!color.ok) return color
  const width = numberOf(words, '--width', { least: WIDTHS.narrowest, most: WIDTHS.widest })
  if (!width.ok) return width
  return succeed({
    color: color.value ?? 'auto',
    ascii: isOn(words, '--ascii'),
    width: width.value,
  })
}
