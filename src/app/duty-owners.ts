import { dutyRow, partyOf, type DutyId, type Party } from '../model/duty.ts'
import { OFFERING_TITLES, OFFERINGS, type Provider } from '../model/offering.ts'

/** Those who answer for a duty under some offerings. */
export interface Owner {
  readonly party: Party
  readonly offerings: readonly Provider[]
}

/** Who answers for a duty: under `provider` when it is given, else under every offering. */
export function ownersOf(duty: DutyId, provider: Provider | undefined): readonly Owner[] {
  const byParty = new Map<Party, Provider[]>()
  for (const offering of askedOf(provider)) {
    const party = partyOf(duty, offering)
    const known = byParty.get(party)
    if (known === undefined) byParty.set(party, [offering])
    else known.push(offering)
  }
  return [...byParty].map(([party, offerings]) => ({ party, offerings }))
}

/** The same as Markdown, with what moves the duty and where it was read. */
export function ownerBody(duty: DutyId, provider: Provider | undefined): string {
  const row = dutyRow(duty)
  const lines = ownersOf(duty, provider).map(
    ({ party, offerings }) => `- **${party}**: ${offeringWords(offerings)}`,
  )
  const inferred = (row.inferred ?? []).filter((offering) => askedOf(provider).includes(offering))
  const names = inferred.map((offering) => OFFERING_TITLES[offering]).join(', ')
  return [
    `${row.title}:\n\n${lines.join('\n')}`,
    ...(row.flips === undefined ? [] : [row.flips]),
    ...(names === '' ? [] : [`Not spelled out by the provider, inferred: ${names}.`]),
    `Read on ${row.read}: ${row.sources.map((source) => `<${source}>`).join(', ')}`,
  ].join('\n\n')
}

function askedOf(provider: Provider | undefined): readonly Provider[] {
  return provider === undefined ? OFFERINGS : [provider]
}

function offeringWords(offerings: readonly Provider[]): string {
  if (offerings.length === OFFERINGS.length) return 'under every offering'
  return offerings.map((offering) => OFFERING_TITLES[offering]).join(', ')
}
