import type { Advisories } from '../model/advisories.ts'
import { lockFilesIn, packagesIn } from '../model/package.ts'
import type { Scene } from '../model/scene.ts'
import { daysBetween } from '../rules/data/certificate-texts.ts'
import type { AgedFacts } from './aged-facts.ts'

/** From which age on people are told, though the advisories may still be relied on: new ones come every day. */
const AGEING_DAYS = 3

/** The advisories of one ecosystem, and how old they are. */
export interface AdvisoryAge {
  readonly ecosystem: string
  /** ISO 8601. */
  readonly day: string
  readonly ageDays: number
  /** `ageing`: to be told; `stale`: older than they may be relied on. */
  readonly state: 'fresh' | 'ageing' | 'stale'
}

/** How old the advisories are that speak of packages of a scene; nothing where it has none, or no advisories. */
export function advisoryAges(scene: Scene): readonly AdvisoryAge[] {
  const { advisories, today } = scene
  if (advisories === undefined) return []
  const used = new Set(
    lockFilesIn(scene)
      .flatMap((file) => packagesIn(file).map(({ ecosystem }) => ecosystem))
      .map(baseOf),
  )
  return agesOf(advisories, today).filter(({ ecosystem }) => used.has(baseOf(ecosystem)))
}

/** How old the advisories of each ecosystem are. */
export function agesOf(
  { snapshots, holdsDays }: Pick<Advisories, 'snapshots' | 'holdsDays'>,
  today: string,
): readonly AdvisoryAge[] {
  return snapshots.map(({ ecosystem, asOf }) => {
    const day = asOf.slice(0, 'YYYY-MM-DD'.length)
    const ageDays = Math.max(0, daysBetween(day, today))
    return { ecosystem, day, ageDays, state: stateOf(ageDays, holdsDays) }
  })
}

/** The same as the facts that a judgement rests on. */
export function advisoryFacts(scene: Scene): readonly AgedFacts[] {
  return advisoryAges(scene).map(({ ecosystem, day, ageDays, state }) => ({
    title: `Advisories for ${ecosystem}`,
    source: 'portolan db status',
    read: day,
    holdsDays: scene.advisories?.holdsDays ?? 0,
    ageDays,
    isStale: state === 'stale',
    renewal: ADVISORY_RENEWAL,
  }))
}

/** What brings newer advisories. */
export const ADVISORY_RENEWAL = 'portolan db update brings newer ones'

function stateOf(ageDays: number, holdsDays: number): AdvisoryAge['state'] {
  if (ageDays > holdsDays) return 'stale'
  return ageDays > AGEING_DAYS ? 'ageing' : 'fresh'
}

function baseOf(ecosystem: string): string {
  const [base = ''] = ecosystem.toLowerCase().split(':', 1)
  return base
}
