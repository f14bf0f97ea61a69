import type { Stop } from '../../model/itinerary.ts'
import type { Run } from '../report.ts'
import { subjectsOf } from '../subjects.ts'
import type { Finding, Resource, Verdict, Rule } from '../told.ts'

/** One rule asked about one object. `passed` counts the objects when they share one case, as in a large estate. */
export interface Case {
  readonly rule: Rule
  readonly name: string
  readonly file: string | undefined
  readonly findings: readonly Finding[]
}

// Above this many, passes of a rule share one case: a test report of a million lines opens nowhere.
const MOST_CASES = 20_000

/** The cases of each stop, rule by rule in the order of the catalogue, objects in that of the estate. */
export function casesOf(verdict: Verdict, run: Run): ReadonlyMap<Stop, readonly Case[]> {
  const byRule = groupFindings(verdict.findings)
  const subjects = subjectsOf(verdict)
  const total = verdict.rules.reduce((sum, rule) => sum + subjects(rule).length, 0)
  const cases = new Map<Stop, Case[]>()
  for (const rule of verdict.rules) {
    const { stop } = run.topicOf(rule)
    const objects = askedOf(subjects(rule), byRule.get(rule))
    const known = cases.get(stop) ?? []
    known.push(...ruleCases(rule, objects, run, total > MOST_CASES))
    cases.set(stop, known)
  }
  return cases
}

type Asked = readonly (readonly [Resource, readonly Finding[]])[]

function askedOf(
  objects: readonly Resource[],
  found: ReadonlyMap<Resource, readonly Finding[]> | undefined,
): Asked {
  return objects.map((object) => [object, found?.get(object) ?? []])
}

function ruleCases(rule: Rule, asked: Asked, run: Run, isLarge: boolean): readonly Case[] {
  const passed = asked.filter(([, findings]) => findings.length === 0)
  const told = isLarge ? asked.filter(([, findings]) => findings.length > 0) : asked
  const names = namesOf(told.map(([resource]) => resource))
  const cases = told.flatMap(([resource, findings], index): readonly Case[] => {
    const shown = findings.filter(run.shown)
    // What the reader hid has not passed.
    if (shown.length < findings.length && shown.length === 0) return []
    const name = names[index] ?? ''
    return [{ rule, name, file: resource.document.source.file, findings: shown }]
  })
  if (!isLarge || passed.length === 0) return cases
  const name = `${passed.length} objects without a finding`
  return [...cases, { rule, name, file: undefined, findings: [] }]
}

// An object written twice would be two tests of one name, which readers of JUnit take for one.
function namesOf(resources: readonly Resource[]): readonly string[] {
  const times = new Map<string, number>()
  return resources.map(({ type, namespace, name }) => {
    const owner = namespace === undefined ? `${type} ${name}` : `${type} ${namespace}/${name}`
    const time = (times.get(owner) ?? 0) + 1
    times.set(owner, time)
    return time === 1 ? owner : `${owner} #${time}`
  })
}

function groupFindings(
  findings: readonly Finding[],
): ReadonlyMap<Rule, ReadonlyMap<Resource, readonly Finding[]>> {
  const byRule = new Map<Rule, Map<Resource, Finding[]>>()
  for (const finding of findings) {
    const byResource = byRule.get(finding.rule) ?? new Map<Resource, Finding[]>()
    byRule.set(finding.rule, byResource)
    const known = byResource.get(finding.resource)
    if (known === undefined) byResource.set(finding.resource, [finding])
    else known.push(finding)
  }
  return byRule
}
