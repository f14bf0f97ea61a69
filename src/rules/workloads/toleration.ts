import { isAbsent } from '../../analysis/pod-security/answers.ts'
import { memberOf, type Field } from '../../model/part.ts'
import type { Pod } from '../../model/pod.ts'

/** A toleration that names no taint, and so holds for all of them. `sure` unless the API server refuses it. */
export interface OpenToleration extends Field {
  /** Whether it lets the pod be placed anywhere; if not, it only lets it stay. */
  readonly places: boolean
  readonly sure: boolean
}

/** The tolerations of a pod that hold for every taint and have an effect that matters. */
export function openTolerations(pod: Pod): readonly OpenToleration[] {
  return pod.list('tolerations').flatMap((toleration) => {
    const { value } = toleration
    if (!isEmpty(memberOf(value, 'key')) || !toleration.resolved) return []
    const effect = memberOf(value, 'effect')
    const places = isEmpty(effect) || effect === 'NoSchedule'
    // One that ends lets the pod stay for that while only.
    const stays = effect === 'NoExecute' && isAbsent(memberOf(value, 'tolerationSeconds'))
    if (!places && !stays) return []
    return [{ ...toleration, places, sure: memberOf(value, 'operator') === 'Exists' }]
  })
}

function isEmpty(value: unknown): boolean {
  return isAbsent(value) || value === ''
}
