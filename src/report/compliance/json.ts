import { formatVersion } from '../../model/version.ts'
import { decisiveFindings, type Compliance, type ControlVerdict } from '../../verdict/compliance.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import { batch } from '../batch.ts'
import { findingText } from '../json/members.ts'
import { jsonText } from '../printable.ts'
import { TOOL_NAME, type Run, type Write } from '../report.ts'

/** The version of the shape, semver: docs/api/compliance.schema.json describes it. */
const SCHEMA_VERSION = '1.1.0'

/** The framework for programs: one object of one shape, one line for each control and for each finding. */
export function writeComplianceJson(
  { framework, controls, counts }: Compliance,
  verdict: Verdict,
  run: Run,
  out: Write,
): void {
  const { write, flush } = batch(out)
  const { id, title, edition, url, read } = framework
  write(`{"schemaVersion":"${SCHEMA_VERSION}",\n`)
  write(`"tool":${jsonText({ name: TOOL_NAME, version: run.version })},\n`)
  write(`"run":${runText(verdict, run)},\n`)
  write(`"framework":${jsonText({ id, title, edition, url, read })},\n`)
  write(`"counts":${jsonText(counts)},\n`)
  write(`"controls":[${linesOf(controls.map(controlText))}],\n`)
  write(`"findings":[${linesOf(verdict.findings.map((finding) => findingText(finding, run)))}],\n`)
  write(`"coverage":${jsonText(verdict.coverage)},\n`)
  write(`"faults":${jsonText(verdict.faults)}}\n`)
  flush()
}

function linesOf(members: readonly string[]): string {
  return members.map((member) => `\n${member}`).join(',')
}

function runText({ scene, rules }: Verdict, run: Run): string {
  return jsonText({
    targets: run.targets,
    selection: run.selection,
    kubernetesVersion: formatVersion(scene.kubernetes),
    profile: run.profile,
    objects: scene.resources.length,
    rules: rules.length,
    gate: { failOn: run.gate.failOn, failed: run.gate.failed },
    exitCode: run.exitCode,
  })
}

function controlText(verdict: ControlVerdict): string {
  const { control, state, rules, idle, unseen, questions } = verdict
  const { id, title, url, scope } = control
  return jsonText({
    id,
    title,
    url,
    scope,
    state,
    rules: rules.map((rule) => rule.id),
    idleRules: idle.map((rule) => rule.id),
    unseenStops: unseen,
    questions: questions.map((one) => ({ id: one.id, state: one.state })),
    findings: decisiveFindings(verdict).map((finding) => finding.id),
  })
}
