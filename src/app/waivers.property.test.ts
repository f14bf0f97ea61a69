import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { array, assert, constantFrom, property, subarray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PLAIN, written } from '../../test/report/verdicts.ts'
import { writeFiles } from '../intake/estate.testing.ts'
import { FRAMEWORKS } from '../model/frameworks.data.ts'
import { FORMATS } from '../report/formats.ts'
import { controlsOf } from '../rules/topics.ts'
import type { Finding } from '../verdict/finding.ts'
import { checkCompliance } from './compliance.ts'
import { diff } from './diff.ts'
import { planFix } from './fix.ts'
import { reportRun } from './report-run.ts'
import { openReport, savedRun } from './saved-report.ts'
import { scan, type EstateTerms, type Scan } from './scan.ts'
import {
  DAYS,
  DRAFT,
  estateWith,
  expectedIds,
  OFF,
  RULES,
  SELECTION,
} from './waiver-drafts.testing.ts'
import { readRegister } from './waiver-register.ts'

describe('what is waived', () => {
  it('is the same to scan, fix, diff, compliance, the register, every report and the exit code', () => {
    const folder = writeFiles({ 'a.yaml': '' })
    const elsewhere = writeFiles({ 'map.yaml': MAP })
    assert(
      property(
        array(DRAFT, { maxLength: 6 }),
        constantFrom(...DAYS),
        subarray(['a', 'b']),
        (drafts, today, read) => {
          const estate = estateWith(folder, drafts, today, read)
          const done = scanned(estate)
          const waived = idsOf(done, 'waived')
          const all = scanned({ ...estate, waivers: OFF }).verdict.findings
          expect(waived).toEqual(expectedIds(all, drafts, today))
          expect(fixedAll(estate)).toEqual(idsOf(done, 'open'))
          expect(inCompliance(estate)).toEqual(coveredIds(done))
          expect(inDiff(estate, elsewhere)).toEqual(waived)
          expect(inRegister(estate)).toBe(waived.length)
          expectReports(done, waived)
          expect(done.exitCode === 1).toBe(idsOf(done, 'open').length > 0)
        },
      ),
      { numRuns: 60 },
    )
  })
})

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

// What is new beside an estate of nothing to find fault with: all of it, as it stands.
function inDiff(estate: EstateTerms, old: string): readonly string[] {
  const [now = '.', second] = estate.targets
  const done = diff(
    {
      old,
      now: second === undefined ? now : '.',
      estate,
      gate: { failOn: 'never' },
    },
    { version: '0.0.0', verbose: true },
  )
  if (!done.ok) throw new Error(done.fault.message)
  const rules = new Set<string>(RULES)
  return done.value.comparison.fresh
    .filter(({ rule, state }) => state === 'waived' && rules.has(rule))
    .map(({ id }) => id)
    .toSorted()
}

const MAP = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: m, namespace: none }\n'

function inRegister(estate: EstateTerms): number {
  const register = readRegister(estate)
  if (!register.ok) throw new Error(register.fault.message)
  return register.value.uses.reduce((sum, { lifts }) => sum + lifts, 0)
}

function coveredIds({ verdict }: Scan): readonly string[] {
  return verdict.findings
    .filter(({ rule, state }) => state === 'waived' && controlsOf(rule).pss !== undefined)
    .map(({ id }) => id)
    .toSorted()
}

// A saved report says the same when it is told again.
function retold(text: string): string {
  const saved = openReport(text, 'saved.json')
  if (!saved.ok) throw new Error(saved.fault.message)
  const run = savedRun(saved.value, { persona: undefined, verbose: true, pages: undefined })
  const format = FORMATS.find(({ name }) => name === 'json')
  return format === undefined ? '' : written(format, saved.value.verdict, run, PLAIN)
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
  expect(count('csv', /^[\da-f]{16},waived,/gm)).toBe(waived.length)
  expect(count('gitlab-codequality', /"Waived: /g)).toBe(waived.length)
  expect(count('gitlab-sast', /"severity": ?"Info"/g)).toBe(waived.length)
  for (const format of ['openreports', 'policyreport'])
    expect(count(format, /result: skip|"result": ?"skip"/g)).toBe(waived.length)
  const told = texts.get('prometheus') ?? ''
  const counts = [...told.matchAll(/^portolan_findings\{.*state="waived".*\} (\d+)$/gm)]
  expect(counts.reduce((sum, match) => sum + Number(match[1]), 0)).toBe(waived.length)
  // What is waived is no annotation.
  const open = done.verdict.findings.length - waived.length
  expect(count('github', /^::(?:error|warning|notice) file=/gm)).toBe(open)
  expect(retold(texts.get('json') ?? '')).toBe(texts.get('json'))
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
