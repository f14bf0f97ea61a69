import type { Fault } from '../../base/fault.ts'
import type { Coverage } from '../../model/coverage.ts'
import { STOP_TITLES } from '../../model/itinerary.ts'
import { formatVersion } from '../../model/version.ts'
import type { Share } from '../../verdict/problems.ts'
import { referencesOf } from '../../verdict/references.ts'
import type { StopVerdict } from '../../verdict/stops.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import { batch } from '../batch.ts'
import { jsonText } from '../printable.ts'
import {
  PROFILE,
  TOOL_NAME,
  type ReportFormat,
  type Rule,
  type Run,
  type Write,
} from '../report.ts'
import { actionText, findingText, workloadText } from './members.ts'

/** The version of the shape, semver: docs/api/report.schema.json describes it. */
const SCHEMA_VERSION = '1.0.0'

/**
 * One object of one shape for programs, one line for each member of a list. Findings come in the order of the estate
 * and nothing tells the time, so that two reports of one estate are the same bytes. The persona changes nothing here.
 */
export const json: ReportFormat = {
  name: 'json',
  needsPages: false,
  write(verdict, run, _, out) {
    const { write, flush } = batch(out)
    const findings = verdict.findings.filter(run.shown)
    const { scene, stops, problems, focus, workloads, coverage, faults } = verdict
    write(`{"schemaVersion":"${SCHEMA_VERSION}",\n`)
    write(`"tool":${jsonText({ name: TOOL_NAME, version: run.version })},\n`)
    write(`"run":${runText(verdict, run)},\n`)
    write(`"offering":"${scene.offering}",\n`)
    write(`"offeringEvidence":${jsonText(run.offeringEvidence)}`)
    list('stops', stops, stopText, write)
    list('problems', problems, problemText, write)
    list('focus', focus, (action) => actionText(action, run), write)
    list('findings', findings, findingText, write)
    list('workloads', workloads, workloadText, write)
    list('coverage', coverage, coverageText, write)
    list('faults', faults, faultText, write)
    list('rules', [...new Set(findings.map(({ rule }) => rule))], (r) => ruleText(r, run), write)
    write('}\n')
    flush()
  },
}

function list<T>(name: string, members: readonly T[], text: (member: T) => string, write: Write) {
  write(`,\n"${name}":[`)
  let separator = '\n'
  for (const member of members) {
    write(separator + text(member))
    separator = ',\n'
  }
  write(']')
}

function runText({ scene, findings, rules }: Verdict, run: Run): string {
  return jsonText({
    targets: run.targets,
    selection: run.selection,
    persona: run.persona ?? null,
    kubernetesVersion: formatVersion(scene.kubernetes),
    profile: PROFILE,
    objects: scene.resources.length,
    rules: rules.length,
    hiddenFindings: findings.filter((finding) => !run.shown(finding)).length,
    gate: { failOn: run.gate.failOn, failed: run.gate.failed },
    exitCode: run.exitCode,
  })
}

function stopText(verdict: StopVerdict): string {
  const { stop, state, counts, waived, cannotTell, asked, examined } = verdict
  const title = STOP_TITLES[stop]
  return jsonText({ stop, title, state, counts, waived, cannotTell, asked, examined })
}

// JSON knows no undefined: what nobody looked at is null, not absent.
function problemText({ title, bad, all, what }: Share): string {
  return jsonText({ title, bad: bad ?? null, all: all ?? null, what })
}

function coverageText({ what, asked, examined, reasons }: Coverage): string {
  return jsonText({ what, asked, examined, reasons })
}

function faultText({ code, at, message, remedy }: Fault): string {
  return jsonText({ code, at, message, remedy })
}

function ruleText(rule: Rule, run: Run): string {
  const { id, title, topic, severity } = rule
  const { stop } = run.topicOf(rule)
  return jsonText({ id, title, stop, topic, severity, references: referencesOf(rule) })
}
