import { isMapping, memberOf } from '../../model/part.ts'
import { isOutside, type Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { CATALOGUE } from '../../rules/catalogue.ts'
import { judge } from '../../rules/judge.ts'
import { findingsOf, isFixable, type Finding } from '../../verdict/finding.ts'
import { QUESTIONS } from './questions.data.ts'

/** Findings of one rule that the configuration does not close. */
export interface Remainder {
  readonly rule: string
  readonly count: number
  /** The ids of the findings. */
  readonly findings: readonly string[]
  /** The objects, as `portolan lift --on` takes them. */
  readonly on: readonly string[]
  /**
   * `unknown`: the right value is nowhere in what was read, and `why` says which value that is. `made`: it is no object
   * that one applies, but another program makes it of files, or reads it from its own, which `why` names.
   */
  readonly kind: 'unknown' | 'made' | 'undone'
  readonly why: string
}

/** What the rules of a topic still say of an estate. */
export function remaindersOf(topic: string, scene: Scene): readonly Remainder[] {
  const rules = CATALOGUE.filter((rule) => rule.topic === topic)
  const remainders = new Map<string, Remainder>()
  for (const finding of findingsOf(judge(scene, rules), scene)) {
    const { kind, why } = reasonFor(finding)
    const rule = finding.rule.id
    const known = remainders.get(`${rule} ${why}`)
    const on = [...new Set([...(known?.on ?? []), objectOf(finding)])].toSorted()
    const findings = [...(known?.findings ?? []), finding.id]
    remainders.set(`${rule} ${why}`, { rule, kind, why, on, findings, count: findings.length })
  }
  return [...remainders.values()]
}

function reasonFor(finding: Finding): Pick<Remainder, 'kind' | 'why'> {
  const question = QUESTIONS.get(finding.rule.id)
  if (question !== undefined) return { kind: 'unknown', why: question }
  const elsewhere = whyElsewhere(finding.resource)
  if (elsewhere !== undefined) return { kind: 'made', why: elsewhere }
  return { kind: 'undone', why: whyLeft(finding) }
}

/** Why an object is changed in another place than the cluster; undefined for one that is applied as it is written. */
export function whyElsewhere({ document, apiVersion, value }: Resource): string | undefined {
  const { making, source } = document
  if (making !== undefined) return `${making.via.maker} makes it of ${making.via.target}`
  const isApplied = isMapping(memberOf(value, 'metadata')) && !isOutside(apiVersion)
  return isApplied ? undefined : `a program reads it from ${source.file}`
}

function whyLeft(finding: Finding): string {
  if (finding.state === 'cannot-tell') return 'cannot be told from what was read'
  if (isFixable(finding)) return `portolan fix ${finding.rule.id} mends it in its own file`
  return `portolan guide ${finding.stop} may close it, else a person decides: portolan explain ${finding.rule.id}`
}

function objectOf({ resource: { namespace, kind, name } }: Finding): string {
  return [...(namespace === undefined ? [] : [namespace]), kind, name].join('/')
}
