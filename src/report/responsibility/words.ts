import type { Shown } from '../../verdict/responsibility.ts'
import { severityWords } from '../headline.ts'

/** What an estate shows of a duty, in a few words. */
export function shownWords(shown: Shown): string {
  if (shown.kind === 'not-examined') return 'not examined'
  const { open, cannotTell } = shown
  const unclear = cannotTell === 0 ? '' : `, ${cannotTell} cannot tell`
  return severityWords(open) + unclear
}
