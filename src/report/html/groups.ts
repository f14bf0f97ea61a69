import { groupBy } from '../../base/group.ts'
import { STOP_TITLES } from '../../model/itinerary.ts'
import { stopsFor, worstFirst } from '../order.ts'
import type { Run } from '../report.ts'
import { fileOf } from '../spots.ts'
import type { Finding, Rule, Verdict } from '../told.ts'

/** Findings of one rule. */
export interface RuleGroup {
  readonly kind: 'rule'
  readonly rule: Rule
  readonly findings: readonly Finding[]
}

/** Findings of one file. */
export interface FileGroup {
  readonly kind: 'file'
  readonly file: string
  readonly findings: readonly Finding[]
}

/** A part of the list: the rules of a stop or of an owner, or all files. */
export interface Chapter {
  readonly id: string
  /** None where there is but one chapter. */
  readonly title?: string
  readonly groups: readonly (RuleGroup | FileGroup)[]
}

/**
 * The findings as the persona reads them: by file for who edits files, by owner and rule for the architect, else by
 * stop and rule. New ones and worst first; whatever the order, the findings are the same.
 */
export function chaptersOf(
  findings: readonly Finding[],
  verdict: Verdict,
  run: Run,
): readonly Chapter[] {
  if (findings.length === 0) return []
  const sorted = worstFirst(findings, run.comparison)
  if (isByFile(run)) return [{ id: 'files', groups: byFile(sorted) }]
  if (run.persona === 'architect') {
    const owners = groupBy(sorted, ({ duty }) => duty)
    return [...owners].map(([duty, some]) => ({
      id: `of-${duty}`,
      title: `Of the ${duty}`,
      groups: byRule(some),
    }))
  }
  const stops = groupBy(sorted, ({ stop }) => stop)
  return stopsFor(verdict, run).flatMap(({ stop }) => {
    const some = stops.get(stop)
    if (some === undefined) return []
    return [{ id: `of-${stop}`, title: STOP_TITLES[stop], groups: byRule(some) }]
  })
}

/** Whether the persona reads findings file by file; then rules are explained after them. */
export function isByFile({ persona }: Pick<Run, 'persona'>): boolean {
  return persona === 'developer'
}

function byFile(findings: readonly Finding[]): readonly FileGroup[] {
  const files = groupBy(findings, ({ place }) => fileOf(place))
  return [...files].map(([file, some]) => ({ kind: 'file', file, findings: some }))
}

function byRule(findings: readonly Finding[]): readonly RuleGroup[] {
  const rules = groupBy(findings, ({ rule }) => rule)
  return [...rules].map(([rule, some]) => ({ kind: 'rule', rule, findings: some }))
}
