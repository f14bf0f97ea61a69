import { succeed, type Result } from '../base/result.ts'
import { toldMap, type ToldMap } from '../report/map/map.ts'
import { CATALOGUE } from '../rules/catalogue.ts'
import { mapOf } from '../verdict/map/map.ts'
import { withoutStops } from './asked-rules.ts'
import { EXIT } from './outcome.ts'
import { rulesUnder } from './profile.ts'
import { reportRun } from './report-run.ts'
import { scanBy, type Scan, type ScanRequest } from './scan.ts'
import { EVERYTHING } from './selection.ts'

/** A map, and the scan it was drawn from. */
export interface DrawnMap {
  readonly map: ToldMap
  readonly scan: Scan
}

/** Judges an estate by all rules and draws its architecture with what was found. */
export function drawMap(
  request: Omit<ScanRequest, 'selection' | 'gate'>,
  version: string,
): Result<DrawnMap> {
  const { profile = 'restricted', offStops } = request
  const scan = scanBy(rulesUnder(profile, withoutStops(CATALOGUE, offStops)), {
    ...request,
    selection: EVERYTHING,
    // A map tells how things stand; what was not examined still ends it as incomplete.
    gate: { failOn: 'never', exitCode: EXIT.gateFailed, coverageMin: 100 },
  })
  if (!scan.ok) return scan
  const { verdict } = scan.value
  const run = reportRun(scan.value, {
    version,
    persona: undefined,
    severity: undefined,
    verbose: false,
    durationMs: 0,
    pages: undefined,
  })
  return succeed({ map: toldMap(mapOf(verdict), verdict, run), scan: scan.value })
}
