import { setPlace } from '../../../model/edit.ts'
import type { Scene } from '../../../model/scene.ts'
import type { Charge } from '../../../rules/judge.ts'
import { podSecurityPrivileged } from '../../../rules/workloads/pod-security-privileged/rule.ts'
import { fittingLevel } from '../namespaces.ts'
import { fieldEdits, type Decision, type Step } from './decision.ts'

/** What is decided about levels that forbid nothing. */
export const NAMESPACES: readonly Decision[] = [
  { rules: [podSecurityPrivileged], decide: enforceWhatFits },
]

// As long as something needs privileges here, the level is no mistake: what needs them is mended first.
function enforceWhatFits({ resource, complaint }: Charge, scene: Scene): Step | undefined {
  const level = fittingLevel(scene.podsIn(resource.name), scene)
  if (level === 'privileged') return undefined
  return {
    edits: fieldEdits([setPlace(complaint.place, level)]),
    words: [
      `Restricts: no pod is created in "${resource.name}" that does not keep ${level}; those that were read all do, once they are changed as here.`,
      'Lift: give what needs the node a namespace of its own with the level privileged, an owner and a date.',
    ],
  }
}
