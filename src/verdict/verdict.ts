import type { Component } from '../analysis/cluster/component.ts'
import { componentsIn } from '../analysis/cluster/components.ts'
import type { Survey } from '../model/survey.ts'
import { ownRules } from '../rules/own-part.ts'
import type { Rule } from '../rules/rule.ts'
import { advisoryFacts } from './advisory-age.ts'
import { agedFacts, type AgedFacts } from './aged-facts.ts'
import type { Finding } from './finding.ts'
import { focusOf, type Action } from './focus.ts'
import { packageCoverage } from './package-coverage.ts'
import type { Share } from './problems.ts'
import { reachOf, unknownKinds, type UnknownKind } from './reach.ts'
import { findingsIn, withoutTwins, worstProblems } from './renderings.ts'
import { judgeStops, type StopVerdict } from './stops.ts'
import { liftFindings, type Leave, type WaiverUse } from './waivers/lift.ts'
import { judgeWorkloads, type WorkloadVerdict } from './workloads.ts'

/** The whole answer: how bad, what first, whose move, and what was not seen. */
export interface Verdict extends Survey {
  readonly rules: readonly Rule[]
  readonly findings: readonly Finding[]
  /** The waivers, and what became of each. */
  readonly waivers: readonly WaiverUse[]
  readonly workloads: readonly WorkloadVerdict[]
  /** The programs of the cluster that the estate configures. */
  readonly components: readonly Component[]
  readonly stops: readonly StopVerdict[]
  readonly focus: readonly Action[]
  readonly problems: readonly Share[]
  readonly unknownKinds: readonly UnknownKind[]
  /** The tables that age and that the judgement rests on. */
  readonly facts: readonly AgedFacts[]
  /** The crown jewels that nothing of the estate is or takes, each with the place of the list that names it. */
  readonly missingJewels?: readonly { readonly words: string; readonly at: string }[]
}

/**
 * Judges what was read by those of `all` rules that are about the customer's part, and lifts what there is leave for.
 * Same survey, same verdict.
 */
export function judgeSurvey(survey: Survey, all: readonly Rule[], leave?: Leave): Verdict {
  const { scene } = survey
  const rules = ownRules(scene, all)
  const found = findingsIn(survey, rules)
  const { findings: told, uses, faults } = liftFindings(found, scene, leave)
  const findings = withoutTwins(told)
  return {
    ...survey,
    coverage: [...survey.coverage, ...packageCoverage(scene)],
    faults: faults.length === 0 ? survey.faults : [...survey.faults, ...faults],
    rules,
    findings,
    waivers: uses,
    workloads: judgeWorkloads(scene),
    components: componentsIn(scene),
    stops: judgeStops(findings, reachOf(survey, rules)),
    focus: focusOf(findings),
    problems: worstProblems(survey),
    unknownKinds: unknownKinds(scene, rules),
    facts: [...agedFacts(scene, rules), ...advisoryFacts(scene)],
  }
}

/** Whether anything that was asked for was not examined: then nothing may be called clean. */
export function isIncomplete({ faults, coverage, stops }: Verdict): boolean {
  return (
    faults.length > 0 ||
    coverage.some((c) => c.isSpare !== true && c.examined < c.asked) ||
    // All that was read may be of kinds that no rule knows.
    stops.every(({ examined }) => examined === 0)
  )
}
