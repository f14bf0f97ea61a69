import type { Survey } from '../model/survey.ts'
import { judge } from '../rules/judge.ts'
import type { Rule } from '../rules/rule.ts'
import { findingsOf, type Finding } from './finding.ts'
import { focusOf, type Action } from './focus.ts'
import { problemsOf, type Share } from './problems.ts'
import { reachOf } from './reach.ts'
import { judgeStops, type StopVerdict } from './stops.ts'
import { judgeWorkloads, type WorkloadVerdict } from './workloads.ts'

/** The whole answer: how bad, what first, whose move, and what was not seen. */
export interface Verdict extends Survey {
  readonly rules: readonly Rule[]
  readonly findings: readonly Finding[]
  readonly workloads: readonly WorkloadVerdict[]
  readonly stops: readonly StopVerdict[]
  readonly focus: readonly Action[]
  readonly problems: readonly Share[]
}

/** Judges what was read by `rules`. Same survey, same verdict. */
export function judgeSurvey(survey: Survey, rules: readonly Rule[]): Verdict {
  const { scene } = survey
  const findings = findingsOf(judge(scene, rules), scene)
  const workloads = judgeWorkloads(scene)
  return {
    ...survey,
    rules,
    findings,
    workloads,
    stops: judgeStops(findings, reachOf(survey, rules)),
    focus: focusOf(findings),
    problems: problemsOf(scene, workloads),
  }
}

/** Whether anything that was asked for was not examined: then nothing may be called clean. */
export function isIncomplete(verdict: Verdict): boolean {
  return verdict.faults.length > 0 || verdict.coverage.some((c) => c.examined < c.asked)
}
