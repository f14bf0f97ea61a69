import type { Scene } from '../../model/scene.ts'
import { DIRECTIONS } from '../isolation/closing.ts'
import { podsAcross } from './pod-group.ts'
import { rankIn, type PolicySide } from './policy.ts'

/** When Cilium closes a pod: once a policy selects it, always, or never. */
type CiliumMode = 'default' | 'always' | 'never'

/** The mode that the agent's configuration names; `default` when it names none. Source: Cilium 1.18, enable-policy. */
export function ciliumModeIn(scene: Scene): CiliumMode {
  const mode = modeField(scene)?.value
  return mode === 'always' || mode === 'never' ? mode : 'default'
}

function modeField(scene: Scene) {
  return scene.find('ConfigMap', 'kube-system', 'cilium-config')?.get('data', 'enable-policy')
}

/** What the configuration closes by itself: both directions of every pod where the mode is `always`. */
export function ciliumModeSides(scene: Scene): readonly PolicySide[] {
  const config = scene.find('ConfigMap', 'kube-system', 'cilium-config')
  const field = modeField(scene)
  if (config === undefined || field === undefined || ciliumModeIn(scene) !== 'always') return []
  return DIRECTIONS.map((direction) => ({
    policy: config,
    direction,
    rank: rankIn('policies', 0),
    subjects: [podsAcross(undefined, undefined)],
    isolates: true,
    place: field.place,
    rules: [],
    isRead: true,
  }))
}
