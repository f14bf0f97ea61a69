import type { Survey } from '../model/survey.ts'
import { judge } from '../rules/judge.ts'
import type { Rule } from '../rules/rule.ts'
import { findingsOf, type Finding } from './finding.ts'
import { focusOf, type Action } from './focus.ts'
import { problemsOf, type Share } from './problems.ts'
import { reachOf, unknownKinds, type UnknownKind } from './reach.ts'
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
  readonly stops: readonly StopVerdict[]
  readonly focus: readonly Action[]
  readonly problems: readonly Share[]
  readonly unknownKinds: readonly UnknownKind[]
}

/** Judges what was read by `rules`, and lifts what there is leave for. Same survey, same verdict. */
export function judgeSurvey(survey: Survey, rules: readonly Rule[], leave?: Leave): Verdict {
  const { scene } = survey
  const charged = findingsOf(judge(scene, rules), scene)
  const { findings, uses, faults } = liftFindings(charged, scene, leave)
  const workloads = judgeWorkloads(scene)
  return {
    ...survey,
    faults: faults.length === 0 ? survey.faults : [...survey.faults, ...faults],
    rules,
    findings,
    waivers: uses,
    workloads,
    stops: judgeStops(findings, reachOf(survey, rules)),
    focus: focusOf(findings),
    problems: problemsOf(scene, workloads),
    unknownKinds: unknownKinds(scene, rules),
  }
}

/** Whether anything that was asked for was not examined: then nothing may be called clean. */
export function isIncomplete({ faults, coverage, stops }: Verdict): boolean {
  return (
    faults.length > 0 ||
    coverage.some((c) => c.examined < c.asked) ||
    // All that was read may be of kinds that no rule knows.
    stops.every(({ examined }) => examined === 0)
  )
}
