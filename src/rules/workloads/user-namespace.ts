import type { Answer } from '../../analysis/pod-security/answers.ts'
import type { Pod } from '../../model/pod.ts'
import type { Scene } from '../../model/scene.ts'

/**
 * What becomes of an answer in a pod that may have users of its own (`hostUsers: false`): all is allowed then since
 * policy v1.35, as root inside is nobody outside (KEP-127). Unclear when nobody can tell what `hostUsers` says.
 */
export function excuseOwnUsers(answer: Answer, pod: Pod, scene: Scene): Answer {
  if (answer === 'allowed' || !scene.atLeast(1, 35)) return answer
  const setting = pod.get('hostUsers')
  if (setting === undefined || setting.value === true) return answer
  return setting.value === false ? 'allowed' : 'unclear'
}
