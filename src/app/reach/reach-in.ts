import type { PluginName } from '../../analysis/reach/profile.ts'
import { PROFILES } from '../../analysis/reach/profiles.data.ts'
import { reachOf, reachUnder } from '../../analysis/reach/reach-of.ts'
import type { Reach } from '../../analysis/reach/reach.ts'
import type { Scene } from '../../model/scene.ts'

/** Who can reach whom in a scene, under the plugin that was named or that it shows. */
export function reachIn(scene: Scene, plugin: PluginName | undefined): Reach {
  return plugin === undefined ? reachOf(scene) : reachUnder(scene, PROFILES[plugin])
}
