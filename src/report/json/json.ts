import type { Fault } from '../../base/fault.ts'
import { groupByAll } from '../../base/group.ts'
import type { Coverage } from '../../model/coverage.ts'
import { STOP_TITLES } from '../../model/itinerary.ts'
import { formatVersion } from '../../model/version.ts'
import type { Share } from '../../verdict/problems.ts'
import type { UnknownKind } from '../../verdict/reach.ts'
import type { StopVerdict } from '../../verdict/stops.ts'
import { batch } from '../batch.ts'
import { jsonString, jsonText } from '../printable.ts'
import { TOOL_NAME, type ReportFormat, type Run, type Write } from '../report.ts'
import { referencesOf, type Verdict, type Rule, type Resource } from '../told.ts'
import {
  actionText,
  findingText,
  hiddenText,
  resourceText,
  workloadText,
  type NumberOf,
} from './members.ts'

/** The version of the shape, semver: docs/api/report.schema.json describes it. */
const SCHEMA_VERSION = '1.3.0'

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
    const hidden = verdict.findings.filter((finding) => !run.shown(finding))
    const numberOf = numbersOf(verdict)
    const { scene, stops, problems, focus, workloads, coverage, faults } = verdict
    write(`{"schemaVersion":"${SCHEMA_VERSION}",\n`)
    write(`"tool":${jsonText({ name: TOOL_NAME, version: run.version })},\n`)
    write(`"run":${runText(verdict, run)},\n`)
    write(`"offering":"${scene.offering}",\n`)
    write(`"offeringEvidence":${jsonText(run.offeringEvidence)}`)
    list('stops', stops, (stop) => stopText(stop, run), write)
    list('problems', problems, problemText, write)
    list('focus', focus, (action) => actionText(action, run), write)
    list('findings', findings, (finding) => findingText(finding, run, numberOf), write)
    list('hidden', hidden, (finding) => hiddenText(finding, numberOf), write)
    list('workloads', workloads, (workload) => workloadText(workload, numberOf), write)
    list('objects', scene.resources, objectTextOf(verdict), write)
    list('asked', verdict.rules, askedText, write)
    list('coverage', coverage, coverageText, write)
    list('unknownKinds', verdict.unknownKinds, unknownKindText, write)
    list('faults', faults, faultText, write)
    // Most estates rest on none.
    if (verdict.facts?.length) list('facts', verdict.facts, factsText, write)
    if (verdict.waivers !== undefined) list('waivers', verdict.waivers, waiverText, write)
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

function numbersOf({ scene }: Verdict): NumberOf {
  const numbers = new Map(scene.resources.map((resource, index) => [resource, index]))
  return (resource) => numbers.get(resource) ?? -1
}

function objectTextOf({ scene, components }: Verdict): (resource: Resource) => string {
  const owners = new Set(scene.pods.map(({ owner }) => owner))
  const configured = groupByAll(components, ({ sources }) => sources)
  return (resource) => {
    const { file } = resource.document.source
    const programs = configured.get(resource)?.map((component) => component.name)
    const components = programs === undefined ? '' : `,"components":${jsonText(programs)}`
    return `${resourceText(resource).slice(0, -1)},"file":${jsonString(file)},"pod":${owners.has(resource)}${components}}`
  }
}

function askedText({ id, title, topic, severity, subject }: Rule): string {
  return jsonText({ id, title, topic, severity, subject })
}

function runText({ scene, findings, rules, missingJewels = [] }: Verdict, run: Run): string {
  return jsonText({
    targets: run.targets,
    selection: run.selection,
    persona: run.persona ?? null,
    kubernetesVersion: formatVersion(scene.kubernetes),
    profile: run.profile,
    objects: scene.resources.length,
    rules: rules.length,
    judgedOn: scene.today,
    hiddenFindings: findings.filter((finding) => !run.shown(finding)).length,
    gate: { failOn: run.gate.failOn, newOnly: run.gate.newOnly, failed: run.gate.failed },
    baseline: baselineOf(run),
    exitCode: run.exitCode,
    ...(run.questions && { questions: run.questions }),
    ...(missingJewels.length > 0 && { missingJewels }),
  })
}

// What was not compared is null, not absent.
function baselineOf({ comparison }: Run): object | null {
  return comparison === undefined ? null : { file: comparison.file, ...comparison.counts }
}

function stopText(verdict: StopVerdict, { offStops }: Run): string {
  const { stop, state, counts, waived, cannotTell, asked, examined } = verdict
  const title = STOP_TITLES[stop]
  const off = offStops.get(stop) ?? null
  return jsonText({ stop, title, state, off, counts, waived, cannotTell, asked, examined })
}

// JSON knows no undefined: what nobody looked at is null, not absent.
function problemText({ title, bad, all, what, brief }: Share): string {
  return jsonText({ title, bad: bad ?? null, all: all ?? null, what, brief })
}

function unknownKindText({ type, objects }: UnknownKind): string {
  return jsonText({ kind: type, objects })
}

function coverageText({ what, asked, examined, reasons, names }: Coverage): string {
  return jsonText({ what, asked, examined, reasons, ...(names && { names }) })
}

type Facts = NonNullable<Verdict['facts']>[number]

type Waiver = NonNullable<Verdict['waivers']>[number]

function waiverText({ waiver, standing, covers, lifts }: Waiver): string {
  const { id, rule, source, at, owner, expires } = waiver
  return jsonText({ id, rule: rule.id, source, at, owner, expires, standing, covers, lifts })
}

function factsText({ title, source, read, holdsDays, ageDays, isStale, renewal }: Facts): string {
  const told = { title, source, read, holdsDays, ageDays, stale: isStale }
  return jsonText({ ...told, ...(renewal !== undefined && { renewal }) })
}

function faultText({ code, at, message, remedy }: Fault): string {
  return jsonText({ code, at, message, remedy })
}

function ruleText(rule: Rule, run: Run): string {
  const { id, title, topic, severity } = rule
  const { stop } = run.topicOf(rule)
  const { risk = null } = rule.fix ?? {}
  return jsonText({ id, title, stop, topic, severity, risk, references: referencesOf(rule) })
}
