import { succeed, type Result } from '../base/result.ts'
import { OFFERINGS, type Provider } from '../model/offering.ts'
import { CATALOGUE } from '../rules/catalogue.ts'
import { responsibilityOf, type Responsibility } from '../verdict/responsibility.ts'
import { withoutStops, type JudgingTerms } from './asked-rules.ts'
import { EXIT } from './outcome.ts'
import { rulesUnder } from './profile.ts'
import { scanBy, type ScanRequest } from './scan.ts'
import { EVERYTHING } from './selection.ts'

/** The table, what told the offering, and whether the estate could be read whole. */
export interface ResponsibilityCheck {
  readonly table: Responsibility
  readonly offeringEvidence: readonly string[]
  readonly exitCode: number
}

/** The table under one offering, or under all of them side by side. */
export function tellResponsibility(provider: Provider | undefined): ResponsibilityCheck {
  const table = responsibilityOf(provider === undefined ? OFFERINGS : [provider], undefined)
  return { table, offeringEvidence: [], exitCode: EXIT.fine }
}

/** The table under the estate's offering, given or found out, with what the estate shows in each row. */
export function checkResponsibility(
  estate: ScanRequest['estate'],
  { isForAll, ...terms }: JudgingTerms & { readonly isForAll: boolean },
): Result<ResponsibilityCheck> {
  const { profile = 'restricted', offStops } = terms
  const scan = scanBy(rulesUnder(profile, withoutStops(CATALOGUE, offStops)), {
    ...terms,
    estate,
    selection: EVERYTHING,
    gate: { failOn: 'never', exitCode: EXIT.gateFailed, coverageMin: 100 },
  })
  if (!scan.ok) return scan
  const { verdict, offeringEvidence, exitCode } = scan.value
  const { offering } = verdict.scene
  const offerings = isForAll || offering === 'none' ? OFFERINGS : [offering]
  return succeed({ table: responsibilityOf(offerings, verdict), offeringEvidence, exitCode })
}
