import type { EstateTerms } from '../app/scan.ts'
import { valueOf, wholeListOf } from './read-flags.ts'
import type { Words } from './words.ts'

/**
 * Reads the flags that say what charts are rendered with. Each `--values` is a rendering of its own; files joined by
 * commas are laid over one another in one.
 */
export function chartInputs(words: Words): NonNullable<EstateTerms['charts']> {
  const typed = wholeListOf(words, '--set').map((text) => ({ kind: 'typed', text }) as const)
  const texts = wholeListOf(words, '--set-string').map((text) => ({ kind: 'text', text }) as const)
  const common = {
    sets: [...typed, ...texts],
    release: valueOf(words, '--release'),
    namespace: 'default',
  }
  const renderings = wholeListOf(words, '--values')
  if (renderings.length === 0) return [{ ...common, valueFiles: [] }]
  return renderings.map((files) => ({ ...common, valueFiles: files.split(',').filter(Boolean) }))
}
