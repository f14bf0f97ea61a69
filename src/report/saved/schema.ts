import * as v from 'valibot'
import { FAULT_CODES, type FaultCode } from '../../base/fault-codes.data.ts'
import { COMPONENT_NAMES } from '../../model/component.ts'
import { PARTIES } from '../../model/duty.ts'
import { PERSONAE, SEVERITIES, STOPS } from '../../model/itinerary.ts'
import { OFFERINGS } from '../../model/offering.ts'
import { PROFILES } from '../../model/profile.ts'
import { STANDINGS } from '../../verdict/waivers/lift.ts'
import { WAIVER_SOURCES } from '../../verdict/waivers/waiver.ts'

// What a conversion needs of docs/api/report.schema.json; a later minor version may hold more.

const text = v.string()
const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const position = v.pipe(v.number(), v.integer(), v.minValue(1))
const severity = v.picklist(SEVERITIES)
const stop = v.picklist(STOPS)
const duty = v.picklist(PARTIES)
const state = v.picklist(['open', 'waived', 'cannot-tell'])
const id = v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/))
const ruleId = v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/))

const place = v.object({
  file: text,
  line: position,
  column: position,
  endColumn: position,
  path: text,
  start: count,
  end: count,
})

const via = v.object({
  maker: v.picklist(['helm', 'kustomize', 'terraform', 'compose']),
  target: text,
  inputs: v.array(text),
})

const made = {
  via: v.exactOptional(via),
  renderings: v.exactOptional(v.array(via)),
  decidedBy: v.exactOptional(v.object({ file: text, line: position, column: position })),
}

const hidden = v.object({
  id,
  rule: ruleId,
  severity,
  state,
  stop,
  object: count,
  duty,
  fixable: v.boolean(),
})

const waiver = v.object({
  id: text,
  owner: text,
  reason: text,
  expires: v.exactOptional(text),
  source: v.picklist([...WAIVER_SOURCES, 'vex']),
  approvedBy: v.exactOptional(text),
  ticket: v.exactOptional(text),
})

const finding = v.object({
  ...made,
  ...hidden.entries,
  message: text,
  place,
  owner: v.nullable(text),
  crownJewel: v.exactOptional(text),
  baseline: v.exactOptional(v.picklist(['new', 'known'])),
  waiver: v.exactOptional(waiver),
})

const stopVerdict = v.object({
  stop,
  off: v.nullable(text),
  state: v.picklist(['Clear', 'Attention', 'Exposed', 'Urgent', 'Not examined']),
  counts: v.object({ critical: count, high: count, medium: count, low: count }),
  waived: count,
  cannotTell: count,
  asked: count,
  examined: count,
})

const share = v.object({
  title: text,
  bad: v.nullable(count),
  all: v.nullable(count),
  what: text,
  brief: text,
})

const action = v.object({
  rule: ruleId,
  title: text,
  severity,
  objects: count,
  duty,
  effort: v.picklist(['small', 'medium', 'large']),
  risk: v.picklist(['safe', 'may break']),
  place,
  command: text,
  crownJewel: v.exactOptional(text),
  findings: v.array(id),
})

const workload = v.object({
  object: count,
  place,
  level: v.picklist(['privileged', 'baseline', 'restricted']),
  sure: v.boolean(),
  failing: v.array(
    v.object({
      check: text,
      level: v.picklist(['baseline', 'restricted']),
      sure: v.boolean(),
      places: v.array(place),
    }),
  ),
})

const object = v.object({
  apiVersion: text,
  kind: text,
  namespace: v.nullable(text),
  name: text,
  file: text,
  pod: v.boolean(),
  components: v.optional(v.array(v.picklist(COMPONENT_NAMES)), []),
})

const asked = v.object({
  id: ruleId,
  title: text,
  topic: text,
  severity,
  subject: v.union([v.picklist(['container', 'pod']), v.array(text)]),
})

const rule = v.object({
  id: ruleId,
  risk: v.nullable(v.picklist(['none', 'mayBreak'])),
  references: v.array(v.object({ title: text, url: v.pipe(v.string(), v.startsWith('https://')) })),
})

const coverage = v.object({
  what: text,
  asked: count,
  examined: count,
  reasons: v.array(v.object({ why: text, count })),
  names: v.exactOptional(v.array(text)),
})

const waiverUse = v.object({
  id: text,
  rule: ruleId,
  source: v.picklist(WAIVER_SOURCES),
  at: text,
  owner: text,
  expires: text,
  standing: v.picklist(STANDINGS),
  covers: count,
  lifts: count,
})

const isCode = (code: string): code is FaultCode => Object.hasOwn(FAULT_CODES, code)

const fault = v.object({
  code: v.pipe(v.string(), v.guard(isCode)),
  at: text,
  message: text,
  remedy: text,
})

const facts = v.object({
  title: text,
  source: text,
  read: v.pipe(v.string(), v.isoDate()),
  holdsDays: count,
  ageDays: count,
  stale: v.boolean(),
  renewal: v.exactOptional(text),
})

const run = v.object({
  targets: v.array(text),
  selection: v.array(text),
  persona: v.nullable(v.picklist(PERSONAE)),
  kubernetesVersion: text,
  profile: v.picklist(PROFILES),
  judgedOn: v.pipe(v.string(), v.isoDate()),
  gate: v.object({
    failOn: v.picklist(['urgent', ...SEVERITIES, 'never']),
    newOnly: v.boolean(),
    failed: count,
  }),
  baseline: v.nullable(
    v.object({ file: text, new: count, same: count, gone: count, cannotCompare: count }),
  ),
  exitCode: count,
  questions: v.exactOptional(
    v.object({
      asked: count,
      open: count,
      expired: count,
      no: count,
      yes: count,
      notApplicable: count,
    }),
  ),
  missingJewels: v.exactOptional(v.array(v.object({ words: text, at: text }))),
})

/** A saved report, as far as a conversion needs it. */
export const savedSchema = v.object({
  tool: v.object({ name: v.literal('Portolan'), version: text }),
  run,
  offering: v.picklist([...OFFERINGS, 'none']),
  offeringEvidence: v.array(text),
  stops: v.pipe(v.array(stopVerdict), v.length(STOPS.length)),
  problems: v.array(share),
  focus: v.array(action),
  findings: v.array(finding),
  hidden: v.array(hidden),
  workloads: v.array(workload),
  objects: v.array(object),
  asked: v.array(asked),
  coverage: v.array(coverage),
  unknownKinds: v.optional(v.array(v.object({ kind: text, objects: count })), []),
  faults: v.array(fault),
  facts: v.exactOptional(v.array(facts)),
  waivers: v.exactOptional(v.array(waiverUse)),
  rules: v.array(rule),
})

/** What the file holds, by its schema. */
export type Saved = v.InferOutput<typeof savedSchema>

/** The version of a report, which says whether the rest can be understood. */
export const versionSchema = v.object({
  schemaVersion: v.pipe(v.string(), v.regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/)),
})
