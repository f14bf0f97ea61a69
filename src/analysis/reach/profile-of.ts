import { oncePerScene } from '../../model/once-per-scene.ts'
import type { Scene } from '../../model/scene.ts'
import { CALICO_GLOBAL_POLICIES, CALICO_POLICIES } from '../isolation/calico-policy.ts'
import { CILIUM_CLUSTER_POLICY, CILIUM_POLICY } from '../isolation/cilium-policy.ts'
import { idlePluginsIn } from '../isolation/enforcement.ts'
import { ciliumModeIn } from './cilium-mode.ts'
import type { PluginName, PluginProfile } from './profile.ts'
import { PROFILES } from './profiles.data.ts'

/**
 * The profile of the plugin that a scene shows: the one whose agent or policies are there. Several, or none: unknown.
 * Looked up once for a scene.
 */
export const profileOf = oncePerScene((scene): PluginProfile => {
  if (idlePluginsIn(scene).length > 0) return PROFILES.none
  if (ciliumModeIn(scene) === 'never') return { ...PROFILES.cilium, enforces: false }
  const shown = [...SIGNS].filter(([, isShown]) => isShown(scene)).map(([name]) => name)
  const [only, ...others] = shown
  return PROFILES[only === undefined || others.length > 0 ? 'unknown' : only]
})

const SIGNS: ReadonlyMap<PluginName, (scene: Scene) => boolean> = new Map([
  ['cilium', (scene: Scene) => hasAny(scene, [CILIUM_POLICY, CILIUM_CLUSTER_POLICY], 'cilium')],
  [
    'calico',
    (scene: Scene) => hasAny(scene, [...CALICO_POLICIES, ...CALICO_GLOBAL_POLICIES], 'calico-node'),
  ],
  ['ovn-kubernetes', (scene: Scene) => hasAny(scene, [], 'ovnkube-node')],
  ['antrea', (scene: Scene) => hasAny(scene, [], 'antrea-agent')],
])

function hasAny(scene: Scene, kinds: readonly string[], agent: string): boolean {
  return (
    kinds.some((kind) => scene.ofKind(kind).length > 0) ||
    scene.ofKind('DaemonSet').some(({ name }) => name === agent)
  )
}
