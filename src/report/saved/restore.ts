import { kindName } from '../../model/kinds.ts'
import { parseVersion, type KubernetesVersion } from '../../model/version.ts'
import { TOOL_NAME } from '../report.ts'
import type {
  Action,
  SavedFinding,
  SavedObject,
  SavedPlace,
  SavedRule,
  Verdict,
  WorkloadVerdict,
} from '../told.ts'
import type { SavedRun } from './read-saved.ts'
import type { Saved } from './schema.ts'

/** The verdict that was saved; the path of what refers to something that is not there, if anything does. */
export function verdictOf(saved: Saved): Verdict | string {
  const kubernetes = parseVersion(saved.run.kubernetesVersion)
  if (kubernetes === undefined) return 'run.kubernetesVersion'
  const links = linksOf(saved)
  const broken = brokenLink(saved, links)
  return broken ?? restore(saved, links, kubernetes)
}

/** What was saved of the run. */
export function runOf(
  { tool, run, offeringEvidence, findings, stops }: Saved,
  verdict: Verdict,
): SavedRun {
  const { targets, selection, persona, gate, exitCode } = run
  const shown = new Set<unknown>(verdict.findings.slice(0, findings.length))
  return {
    tool: `${TOOL_NAME} ${tool.version}`,
    version: tool.version,
    targets,
    selection,
    persona: persona ?? undefined,
    gate,
    comparison: comparisonOf(run, findings),
    ownerOf: ownersOf(findings),
    profile: run.profile,
    offStops: new Map(stops.flatMap(({ stop, off }) => (off === null ? [] : [[stop, off]]))),
    exitCode,
    ...(run.questions && { questions: run.questions }),
    offeringEvidence,
    shown: (finding) => shown.has(finding),
  }
}

function ownersOf(findings: Saved['findings']): SavedRun['ownerOf'] {
  const owners = new Map(findings.map(({ id, owner }) => [id, owner]))
  return ({ id }) => owners.get(id) ?? undefined
}

function comparisonOf(
  { gate, baseline }: Saved['run'],
  findings: Saved['findings'],
): SavedRun['comparison'] {
  if (baseline === null) return undefined
  const { file, ...counts } = baseline
  const fresh = new Set(findings.filter((one) => one.baseline === 'new').map(({ id }) => id))
  return { file, newOnly: gate.newOnly, isNew: ({ id }) => fresh.has(id), counts }
}

/** Members by the words that others refer to them by. */
interface Links {
  readonly objects: readonly SavedObject[]
  readonly rules: ReadonlyMap<string, SavedRule>
  readonly findings: ReadonlyMap<string, SavedFinding>
}

function linksOf(saved: Saved): Links {
  const objects = saved.objects.map(objectOf)
  const rules = rulesOf(saved)
  const findings = new Map<string, SavedFinding>()
  for (const finding of [...saved.findings.map(listed), ...saved.hidden.map(unlisted)]) {
    const rule = rules.get(finding.rule)
    const resource = objects[finding.object]
    if (rule === undefined || resource === undefined) continue
    findings.set(finding.id, { ...finding, rule, resource })
  }
  return { objects, rules, findings }
}

type Loose = Omit<SavedFinding, 'rule' | 'resource'> & Saved['hidden'][number]

function listed({ place, via, decidedBy, ...finding }: Saved['findings'][number]): Loose {
  const made = via === undefined ? {} : { made: { via, decidedBy } }
  return { ...finding, place: { ...placeOf(place), ...made } }
}

// What was hidden is counted, and nobody sees more of it.
function unlisted(finding: Saved['hidden'][number]): Loose {
  const spot = { line: 1, column: 1, endColumn: 1, start: 0, end: 0 }
  const place = { document: { source: { file: '' } }, way: '', spot }
  return { ...finding, message: '', place }
}

function brokenLink(saved: Saved, { objects, rules, findings }: Links): string | undefined {
  const all = saved.findings.length + saved.hidden.length
  if (findings.size !== all) return 'findings'
  if (saved.rules.some(({ id }) => !rules.has(id))) return 'rules'
  if (saved.workloads.some(({ object }) => objects[object] === undefined)) return 'workloads'
  const isWhole = saved.focus.every(
    (action) => rules.has(action.rule) && action.findings.every((id) => findings.has(id)),
  )
  return isWhole ? undefined : 'focus'
}

function restore(saved: Saved, links: Links, kubernetes: KubernetesVersion): Verdict {
  const { objects, rules, findings } = links
  const { offering, stops, coverage, faults, problems } = saved
  const pods = objects.filter((_, index) => saved.objects[index]?.pod === true)
  return {
    scene: {
      kubernetes,
      offering,
      today: saved.run.judgedOn,
      resources: objects,
      pods: pods.map((owner) => ({ owner })),
    },
    rules: [...rules.values()],
    findings: [...findings.values()],
    components: objects.flatMap((object, index) =>
      (saved.objects[index]?.components ?? []).map((name) => ({ name, sources: [object] })),
    ),
    workloads: saved.workloads.flatMap((workload) => workloadOf(workload, objects)),
    stops,
    focus: saved.focus.flatMap((action) => actionOf(action, links)),
    problems: problems.map(({ bad, all, ...told }) => ({
      ...told,
      bad: bad ?? undefined,
      all: all ?? undefined,
    })),
    coverage,
    unknownKinds: saved.unknownKinds.map(({ kind, objects: many }) => ({
      type: kind,
      objects: many,
    })),
    faults,
    ...(saved.facts && {
      facts: saved.facts.map(({ stale, ...told }) => ({ ...told, isStale: stale })),
    }),
    ...(saved.waivers && { waivers: saved.waivers.map(waiverOf) }),
    ...(saved.run.missingJewels && { missingJewels: saved.run.missingJewels }),
  }
}

type SavedWaiver = NonNullable<Saved['waivers']>[number]

function waiverOf({ standing, covers, lifts, rule, ...waiver }: SavedWaiver) {
  return { waiver: { ...waiver, rule: { id: rule } }, standing, covers, lifts }
}

function objectOf({
  apiVersion,
  kind,
  namespace,
  name,
  file,
}: Saved['objects'][number]): SavedObject {
  return {
    apiVersion,
    kind,
    type: kindName(apiVersion, kind),
    namespace: namespace ?? undefined,
    name,
    document: { source: { file } },
  }
}

// Every rule that was asked is known by name; only those of the findings listed are told in full.
function rulesOf(saved: Saved): ReadonlyMap<string, SavedRule> {
  const told = new Map(saved.rules.map((rule) => [rule.id, rule]))
  return new Map(
    saved.asked.map((rule) => {
      const { risk = null, references = [] } = told.get(rule.id) ?? {}
      return [rule.id, { ...rule, references, ...(risk !== null && { fix: { risk } }) }]
    }),
  )
}

function actionOf(action: Saved['focus'][number], { rules, findings }: Links): readonly Action[] {
  const rule = rules.get(action.rule)
  if (rule === undefined) return []
  const { title, severity, objects, duty, effort, risk, place, crownJewel } = action
  // The targets that were saved with the command are added again when it is told.
  const word = action.command.startsWith('portolan fix ') ? 'fix' : 'explain'
  return [
    {
      rule,
      title,
      severity,
      findings: action.findings.flatMap((id) => findings.get(id) ?? []),
      objects,
      duty,
      effort,
      risk,
      place: placeOf(place),
      command: `portolan ${word} ${rule.id}`,
      ...(crownJewel !== undefined && { crownJewel }),
    },
  ]
}

function workloadOf(
  { object, place, level, sure, failing }: Saved['workloads'][number],
  objects: readonly SavedObject[],
): readonly WorkloadVerdict[] {
  const resource = objects[object]
  if (resource === undefined) return []
  return [
    {
      resource,
      place: placeOf(place),
      level,
      sure,
      failing: failing.map((check) => ({ ...check, places: check.places.map(placeOf) })),
    },
  ]
}

function placeOf({ file, path, ...spot }: Saved['findings'][number]['place']): SavedPlace {
  return { document: { source: { file } }, way: path, spot }
}
