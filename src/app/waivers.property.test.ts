import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { array, assert, constantFrom, property, record, subarray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PLAIN, written } from '../../test/report/verdicts.ts'
import { writeFiles } from '../intake/estate.testing.ts'
import { FRAMEWORKS } from '../model/frameworks.data.ts'
import { FORMATS } from '../report/formats.ts'
import { controlsOf } from '../rules/topics.ts'
import type { Finding } from '../verdict/finding.ts'
import { checkCompliance } from './compliance.ts'
import { planFix } from './fix.ts'
import { reportRun } from './report-run.ts'
import { scan, type EstateTerms, type Scan } from './scan.ts'
import type { Selection } from './selection.ts'

// Rules whose fixes do not touch the same lines, some of which need approval.
const RULES = ['host-pid', 'privilege-escalation', 'writable-root-filesystem'] as const
const DAYS = ['2026-11-01', '2026-11-24', '2026-11-25', '2027-01-31', '2027-02-01'] as const

interface Draft {
  readonly rule: string
  readonly scope: Readonly<Record<string, string>>
  readonly expires: string
  readonly where: 'file' | 'comment' | 'annotation'
}

const SCOPE = record(
  {
    namespace: constantFrom('shop', 'mail', 's*'),
    name: constantFrom('cart', 'post', '*a*'),
    kind: constantFrom('Pod', 'Deployment'),
    container: constantFrom('web', 'log'),
    image: constantFrom('registry.example/web:*', 'registry.example/log:1'),
    path: constantFrom('a.yaml', 'b.yaml', 'c.yaml'),
  },
  { requiredKeys: ['namespace'] },
)

const DRAFT = record({
  rule: constantFrom(...RULES),
  scope: SCOPE,
  expires: constantFrom(...DAYS),
  where: constantFrom('file' as const, 'comment' as const, 'annotation' as const),
})

const SELECTION: Selection = {
  rules: RULES,
  skipRules: [],
  stops: [],
  namespaces: [],
  excludeNamespaces: [],
}

describe('what is waived', () => {
  it('is the same to scan, fix, compliance, every report and the exit code', () => {
    const folder = writeFiles({ 'a.yaml': '' })
    assert(
      property(
        array(DRAFT, { maxLength: 6 }),
        constantFrom(...DAYS),
        subarray(['a', 'b']),
        (drafts, today, read) => {
          const estate = estateWith(folder, drafts, today, read)
          const done = scanned(estate)
          const waived = idsOf(done, 'waived')
          expect(waived).toEqual(expected(scanned({ ...estate, waivers: OFF }), drafts, today))
          expect(fixedAll(estate)).toEqual(idsOf(done, 'open'))
          expect(inCompliance(estate)).toEqual(coveredIds(done))
          expectReports(done, waived)
          expect(done.exitCode === 1).toBe(idsOf(done, 'open').length > 0)
        },
      ),
      { numRuns: 60 },
    )
  })
})

const OFF = { file: undefined, isOff: true }

function estateWith(
  folder: string,
  drafts: readonly Draft[],
  today: string,
  read: readonly string[],
): EstateTerms {
  const filed = drafts.filter(({ where }) => where === 'file')
  writeFileSync(join(folder, 'a.yaml'), manifest('cart', 'shop', drafts))
  writeFileSync(join(folder, 'b.yaml'), manifest('post', 'mail', drafts))
  const file = join(folder, 'lifted.yaml')
  writeFileSync(file, filed.map(entryText).join('') || '[]')
  return {
    targets: read.length === 0 ? [] : read.map((name) => `${name}.yaml`),
    workingFolder: folder,
    skipPaths: ['lifted.yaml'],
    readStdin: () => new Uint8Array(),
    kubernetes: undefined,
    provider: undefined,
    today,
    waivers: { file, isOff: false },
  }
}

function entryText({ rule, scope, expires }: Draft, index: number): string {
  const names = JSON.stringify(scope)
  return `- { id: W-${index}, rule: ${rule}, match: ${names}, reason: "for this test alone", owner: a, approvedBy: b, expires: "${expires}" }\n`
}

// Comments and annotations speak of the whole object; only the first of a rule, as a key cannot stand twice.
function manifest(name: string, namespace: string, drafts: readonly Draft[]): string {
  const own = RULES.map((rule) => ({
    comment: firstOf(drafts, rule, 'comment', namespace),
    annotation: firstOf(drafts, rule, 'annotation', namespace),
  }))
  const comments = own.flatMap(({ comment }) =>
    comment === undefined
      ? []
      : [
          `# portolan: lift ${comment.rule} until=${comment.expires} owner=a approved-by=b -- for this test alone\n`,
        ],
  )
  const annotations = own.flatMap(({ annotation }) =>
    annotation === undefined
      ? []
      : [
          `    portolan/lift.${annotation.rule}: "until=${annotation.expires}; owner=a; approved-by=b; for this test alone"\n`,
        ],
  )
  return `${comments.join('')}apiVersion: v1
kind: Pod
metadata:
  name: ${name}
  namespace: ${namespace}
${annotations.length === 0 ? '' : `  annotations:\n${annotations.join('')}`}spec:
  hostPID: true
  containers:
    - name: web
      image: registry.example/web:1
    - name: log
      image: registry.example/log:1
`
}

function firstOf(
  drafts: readonly Draft[],
  rule: string,
  where: Draft['where'],
  namespace: string,
): Draft | undefined {
  return drafts.find(
    (draft) =>
      draft.rule === rule && draft.where === where && draft.scope['namespace'] === namespace,
  )
}

// The same once more, as the guide tells it: the most trusted source that speaks of a finding decides.
function expected(done: Scan, drafts: readonly Draft[], today: string): readonly string[] {
  const isLifted = (finding: Finding): boolean => {
    const own = drafts.filter(({ rule }) => rule === finding.rule.id)
    const sources = [
      own.filter((draft) => draft.where === 'file' && isNamed(finding, draft)),
      ...(['comment', 'annotation'] as const).map((where) =>
        [firstOf(own, finding.rule.id, where, finding.resource.namespace ?? '')].filter(
          (draft) => draft !== undefined,
        ),
      ),
    ]
    return (sources.find((list) => list.length > 0) ?? []).some(({ expires }) => today <= expires)
  }
  return done.verdict.findings
    .filter(isLifted)
    .map(({ id }) => id)
    .toSorted()
}

function isNamed({ resource, place }: Finding, { scope }: Draft): boolean {
  const at = place.path.indexOf('containers')
  const container = at === -1 ? undefined : ['web', 'log'][Number(place.path[at + 1])]
  const facts: Readonly<Record<string, string | undefined>> = {
    namespace: resource.namespace,
    name: resource.name,
    kind: resource.kind,
    container,
    image: container === undefined ? undefined : `registry.example/${container}:1`,
    path: place.document.source.file,
  }
  return Object.entries(scope).every(([key, pattern]) => {
    const fact = facts[key]
    return fact !== undefined && new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(fact)
  })
}

function scanned(estate: EstateTerms): Scan {
  const gate = { failOn: 'low', exitCode: 1, coverageMin: 100 } as const
  const done = scan({ estate, selection: SELECTION, gate })
  if (!done.ok) throw new Error(`${done.fault.at} ${done.fault.message}`)
  return done.value
}

function idsOf({ verdict }: Scan, wanted: Finding['state']): readonly string[] {
  return verdict.findings
    .filter(({ state }) => state === wanted)
    .map(({ id }) => id)
    .toSorted()
}

// What a fix mends: what is gone when its texts are judged as if nothing were lifted.
function fixedAll(estate: EstateTerms): readonly string[] {
  const plan = planFix({ estate, selection: SELECTION, findings: [], onlySafe: false })
  if (!plan.ok) throw new Error(plan.fault.message)
  const before = scanned({ ...estate, waivers: OFF }).verdict.findings.map(({ id }) => id)
  for (const { file, after } of plan.value.files)
    writeFileSync(join(estate.workingFolder, file), after)
  const after = new Set(scanned({ ...estate, waivers: OFF }).verdict.findings.map(({ id }) => id))
  for (const { file, before: text } of plan.value.files)
    writeFileSync(join(estate.workingFolder, file), text)
  return before.filter((id) => !after.has(id)).toSorted()
}

function inCompliance(estate: EstateTerms): readonly string[] {
  const gate = { failOn: 'never', exitCode: 1, coverageMin: 100 } as const
  const check = checkCompliance(FRAMEWORKS.pss, {
    estate,
    selection: { ...SELECTION, rules: [] },
    gate,
  })
  if (!check.ok) throw new Error(check.fault.message)
  return idsOf(check.value.scan, 'waived')
}

function coveredIds({ verdict }: Scan): readonly string[] {
  return verdict.findings
    .filter(({ rule, state }) => state === 'waived' && controlsOf(rule).pss !== undefined)
    .map(({ id }) => id)
    .toSorted()
}

function expectReports(done: Scan, waived: readonly string[]): void {
  const run = reportRun(done, {
    version: '0.0.0',
    persona: undefined,
    severity: undefined,
    verbose: true,
    durationMs: 0,
    pages: undefined,
  })
  const texts = new Map(
    FORMATS.map((format) => [format.name, written(format, done.verdict, run, PLAIN)]),
  )
  const count = (format: string, sign: RegExp): number =>
    texts.get(format)?.match(sign)?.length ?? 0
  expect(count('json', /"state":"waived"[^\n]*"waiver":\{/g)).toBe(waived.length)
  expect(count('sarif', /"suppressions"/g)).toBe(waived.length)
  expect(count('text', /⊘ waived/g)).toBe(waived.length)
  expect(count('markdown', /⊘ waived/g)).toBe(waived.length)
  const isWholeCase = (finding: Finding): boolean =>
    done.verdict.findings.every(
      ({ rule, resource, state }) =>
        rule !== finding.rule || resource !== finding.resource || state === 'waived',
    )
  const cases = new Set(
    done.verdict.findings
      .filter(isWholeCase)
      .map(({ rule, resource }) => `${rule.id} ${resource.name}`),
  )
  expect(count('junit', /<skipped message="waived until/g)).toBe(cases.size)
}
