import { plural } from './headline.ts'
import type { Verdict } from './told.ts'

type Facts = NonNullable<Verdict['facts']>[number]

/** From which day facts are that age, and what to do when they are too old to be relied on. */
export function factWords(facts: Facts): string {
  const { title, read, ageDays, holdsDays, isStale, renewal } = facts
  const from = renewal === undefined ? `read ${read}` : `of ${read}`
  const told = `${title}: ${from}, ${plural(ageDays, 'day')} old`
  const most = `${plural(holdsDays, 'day')} at most`
  return isStale
    ? `${told}, which is too old (${most}): ${renewal ?? 'a newer Portolan knows more'}`
    : told
}
