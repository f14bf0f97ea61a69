import * as v from 'valibot'
import { SEVERITIES } from '../../model/itinerary.ts'
import { FINDING_STATES } from '../../model/known-finding.ts'

// What programs wrote is read leniently: a later minor version may add fields. What is compared must be there.

const RESOURCE = v.object({
  apiVersion: v.string(),
  kind: v.string(),
  namespace: v.nullable(v.string()),
  name: v.string(),
})

const COMMON = {
  id: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/, 'sixteen hexadecimal digits')),
  rule: v.string(),
  severity: v.picklist(SEVERITIES),
  state: v.picklist(FINDING_STATES),
  resource: RESOURCE,
}

/** docs/api/baseline.schema.json, as far as it is read. */
export const BASELINE = v.object({
  schemaVersion: v.string(),
  selection: v.array(v.string()),
  unexamined: v.array(v.string()),
  targets: v.array(v.string()),
  findings: v.array(v.object({ ...COMMON, file: v.string(), path: v.string() })),
})

/** docs/api/report.schema.json, as far as it is read. */
export const REPORT = v.object({
  schemaVersion: v.string(),
  run: v.object({
    targets: v.array(v.string()),
    selection: v.array(v.string()),
    hiddenFindings: v.number(),
  }),
  findings: v.array(
    v.object({
      ...COMMON,
      message: v.string(),
      place: v.object({
        file: v.string(),
        line: v.number(),
        column: v.number(),
        path: v.string(),
      }),
    }),
  ),
  faults: v.array(v.object({ at: v.string() })),
})
