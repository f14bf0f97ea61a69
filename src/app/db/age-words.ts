import { plural } from '../../report/headline.ts'
import { ADVISORY_RENEWAL, type AdvisoryAge } from '../../verdict/advisory-age.ts'

/** What people are told of ages: nothing while all are fresh, a note from some days on, a warning when they are stale. */
export function ageWords(ages: readonly AdvisoryAge[], holdsDays: number): readonly string[] {
  const ageing = ages.filter(({ state }) => state === 'ageing')
  const stale = ages.filter(({ state }) => state === 'stale')
  const limit = `they may be ${plural(holdsDays, 'day')} old at most`
  return [
    ...(ageing.length > 0
      ? [`note: advisories are not of today: ${listed(ageing)}. ${ADVISORY_RENEWAL}.`]
      : []),
    ...(stale.length > 0
      ? [
          `WARNING: ADVISORIES ARE TOO OLD, ${limit}: ${listed(stale)}. Flaws that became known ` +
            `since are missing. ${ADVISORY_RENEWAL}.`,
        ]
      : []),
  ]
}

function listed(ages: readonly AdvisoryAge[]): string {
  return ages
    .map(({ ecosystem, day, ageDays }) => `${ecosystem} of ${day} (${plural(ageDays, 'day')})`)
    .join(', ')
}
