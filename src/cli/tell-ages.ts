import { ageWords } from '../app/db/age-words.ts'
import { printable } from '../report/printable.ts'
import type { Host } from './host.ts'

/** Tells of advisories that are no longer new: a note, or loudly when they are too old to be relied on. */
export function tellAges(
  ages: Parameters<typeof ageWords>[0],
  holdsDays: number | undefined,
  host: Host,
): void {
  for (const words of ageWords(ages, holdsDays ?? 0)) host.err(`${printable(words)}\n`)
}
