import { groupBy } from '../../base/group.ts'
import { oncePerScene } from '../../model/once-per-scene.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { componentOf, type Component } from './component.ts'
import type { Configuration } from './configuration.ts'
import { fromKops } from './from-kops.ts'
import { fromKubeadm } from './from-kubeadm.ts'
import { fromPod } from './from-pods.ts'
import { fromRancher } from './from-rancher.ts'
import { fromSettings } from './from-settings.ts'
import { fromTalos } from './from-talos.ts'
import { fromUnits } from './from-units.ts'
import { joinFiles } from './join-files.ts'

/**
 * Every program of a cluster that the estate configures, once for each place that does, in the order of the estate.
 * A kubelet's unit and the configuration file that it names are one. Looked up once for a scene. O(words).
 */
export const componentsIn = oncePerScene((scene): readonly Component[] => {
  const units = scene.resources.filter(
    ({ type, apiVersion }) => type === 'Unit' && apiVersion === 'systemd',
  )
  const configurations = [
    ...scene.pods.flatMap(fromPod),
    ...scene.resources.flatMap(fromResource),
    ...fromRancher(scene.resources),
    ...fromUnits(units),
  ]
  return joinFiles(configurations, scene).map((configuration) =>
    componentOf(configuration, scene.kubernetes),
  )
})

const byOwner = oncePerScene((scene) => groupBy(componentsIn(scene), ({ sources: [main] }) => main))

/** The programs that `resource` configures. */
export function componentsOf(resource: Resource, scene: Scene): readonly Component[] {
  return byOwner(scene).get(resource) ?? []
}

function fromResource(resource: Resource): readonly Configuration[] {
  return [
    ...fromSettings(resource),
    ...fromKubeadm(resource),
    ...fromTalos(resource),
    ...fromKops(resource),
  ]
}
