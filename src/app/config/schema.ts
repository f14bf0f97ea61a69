import * as v from 'valibot'
import { PARTIES } from '../../model/duty.ts'
import { STOPS } from '../../model/itinerary.ts'
import { OFFERINGS } from '../../model/offering.ts'
import { PROFILES } from '../../model/profile.ts'
import { FORMATS } from '../../report/formats.ts'
import { ruleOf } from '../../rules/catalogue.ts'
import { QUESTIONS } from '../../rules/questions.ts'
import { portOf } from '../reach/port-word.ts'
import { VOCABULARY } from '../vocabulary.ts'

// docs/api/config.schema.json says the same to editors. Every key here has an effect: one without would be a promise.

const NAME = v.pipe(v.string(), v.nonEmpty('Expected a text that is not empty'))
const LEVEL = v.picklist(VOCABULARY.gate)

const STOP = v.pipe(
  v.strictObject({
    gate: v.optional(LEVEL),
    // Kubernetes' YAML takes a bare `off` for false.
    mode: v.optional(
      v.pipe(
        v.union([v.literal('off'), v.literal(false)]),
        v.transform(() => 'off' as const),
      ),
    ),
    reason: v.optional(NAME),
  }),
  v.check(
    ({ mode, reason }) => (mode === undefined) === (reason === undefined),
    'Expected `mode: off` and its `reason` together',
  ),
)

const MATCH = v.strictObject({
  namespace: v.optional(NAME),
  kind: v.optional(NAME),
  name: v.optional(NAME),
  labels: v.optional(v.record(NAME, v.string())),
  path: v.optional(NAME),
})

const OWNER = v.pipe(
  v.strictObject({
    match: MATCH,
    team: v.optional(NAME),
    ...v.entriesFromList(PARTIES, v.optional(NAME)),
  }),
  v.check(
    ({ team, ...names }) =>
      team !== undefined || PARTIES.some((party) => names[party] !== undefined),
    'Expected the name of an owner',
  ),
)

const CROWN_JEWEL = v.pipe(
  MATCH,
  v.check(
    (match) => Object.values(match).some((value) => value !== undefined),
    'Expected what tells a crown jewel from all the rest',
  ),
)

const RULE = v.pipe(
  v.string(),
  v.check((id) => ruleOf(id) !== undefined, 'Expected the id of a rule'),
)

const DAY = v.pipe(v.string(), v.isoDate('Expected a day such as 2027-01-31'))

// Kubernetes' YAML takes a bare `yes` for true and a bare `no` for false.
const SAID = v.union([
  v.pipe(
    v.union([v.literal('yes'), v.literal(true)]),
    v.transform(() => 'yes' as const),
  ),
  v.pipe(
    v.union([v.literal('no'), v.literal(false)]),
    v.transform(() => 'no' as const),
  ),
  v.literal('notApplicable'),
])

const ANSWER = v.pipe(
  v.strictObject({
    question: v.pipe(
      v.string(),
      v.check((id) => QUESTIONS.has(id), 'Expected the id of a question'),
    ),
    answer: SAID,
    evidence: v.optional(NAME),
    owner: NAME,
    answered: DAY,
    expires: DAY,
  }),
  v.check(
    ({ answer, evidence }) => answer === 'no' || evidence !== undefined,
    'Expected `evidence` beside an answer other than no',
  ),
  v.check(({ question, answered, expires }) => {
    const days = (Date.parse(expires) - Date.parse(answered)) / DAY_MS
    return days >= 0 && days <= (QUESTIONS.get(question)?.holdsDays ?? 0)
  }, 'Expected `expires` after `answered`, and no later than this answer may hold'),
)

const DAY_MS = 24 * 60 * 60 * 1000

const EXPECTATION = v.strictObject({
  from: NAME,
  to: NAME,
  port: v.optional(
    v.pipe(
      v.union([v.number(), v.string()]),
      v.check(
        (port) => portOf(String(port)).ok,
        'Expected a port such as 5432, tcp/5432, udp/53 or 8000-9000',
      ),
    ),
  ),
  reason: v.optional(NAME),
})

/** `portolan.yaml`. */
export const CONFIG = v.strictObject({
  version: v.literal(1),
  extends: v.optional(v.array(NAME)),
  profile: v.optional(v.picklist(PROFILES)),
  provider: v.optional(v.picklist(OFFERINGS)),
  cluster: v.optional(NAME),
  targets: v.optional(v.array(v.strictObject({ path: NAME }))),
  stops: v.optional(v.strictObject(v.entriesFromList(STOPS, v.optional(STOP)))),
  gate: v.optional(
    v.strictObject({
      failOn: v.optional(LEVEL),
      newOnly: v.optional(v.boolean()),
      baseline: v.optional(NAME),
      coverageMin: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100))),
    }),
  ),
  owners: v.optional(v.array(OWNER)),
  crownJewels: v.optional(v.array(CROWN_JEWEL)),
  answers: v.optional(
    v.pipe(
      v.array(ANSWER),
      v.check(
        (answers) => new Set(answers.map(({ question }) => question)).size === answers.length,
        'Expected one answer to each question',
      ),
    ),
  ),
  advisories: v.optional(
    v.strictObject({
      maxAgeDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3650))),
      mirrors: v.optional(v.array(NAME)),
    }),
  ),
  reach: v.optional(
    v.strictObject({
      allow: v.optional(v.array(EXPECTATION)),
      deny: v.optional(v.array(EXPECTATION)),
    }),
  ),
  waivers: v.optional(
    v.strictObject({
      maxDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3650))),
      locked: v.optional(v.array(RULE)),
    }),
  ),
  outputs: v.optional(
    v.array(v.strictObject({ format: v.picklist(FORMATS.map(({ name }) => name)), file: NAME })),
  ),
})

/** One file, checked. */
export type ConfigFile = v.InferOutput<typeof CONFIG>
