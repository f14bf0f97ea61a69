import { usesOf, type PodUse } from '../../model/pod-uses.ts'
import type { Pod } from '../../model/pod.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { facesInternet, gatewaysOf, isRoute, ownersBehind } from './doors.ts'
import { homeId, homeOf } from './home.ts'
import { STANDING_LINKS } from './links.data.ts'

/** What one component is to another: `from` does `what` with `to`. */
export interface MapLink {
  readonly from: string
  readonly to: string
  readonly what: string
}

/** All links of an estate, each once; some may lead to what the map does not show. O(objects). */
export function linksOf(scene: Scene): readonly MapLink[] {
  const links = [
    ...STANDING_LINKS,
    ...scene.resources.flatMap((resource) => linksOfDoor(resource, scene)),
    ...scene.pods.flatMap((pod) => linksOfPod(pod, scene)),
  ]
  return [...new Map(links.map((link) => [`${link.from} ${link.to}`, link])).values()]
}

function linksOfDoor(resource: Resource, scene: Scene): readonly MapLink[] {
  const home = homeOf(resource, scene)
  if (home?.kind !== 'door' || home.resource === undefined) return []
  const door = homeId(home)
  const gateways = isRoute(resource) ? gatewaysOf(resource, scene) : []
  const owners = ownersBehind(resource, scene)
  return [
    ...(facesInternet(resource) ? [{ from: 'internet', to: door, what: 'comes in by' }] : []),
    ...gateways.map((gateway) => ({ from: idOf(gateway, scene), to: door, what: 'leads to' })),
    ...owners.map((owner) => ({ from: door, to: idOf(owner, scene), what: 'leads to' })),
  ]
}

const USES: Readonly<Record<PodUse['type'], Pick<MapLink, 'to' | 'what'>>> = {
  Secret: { to: 'secrets', what: 'reads' },
  ConfigMap: { to: 'settings', what: 'reads' },
  PersistentVolumeClaim: { to: 'volumes', what: 'keeps its data on' },
  ServiceAccount: { to: 'accounts', what: 'acts as one of' },
}

function linksOfPod(pod: Pod, scene: Scene): readonly MapLink[] {
  const { owner } = pod
  const from = idOf(owner, scene)
  return usesOf(pod).map(({ type }) => {
    const { to, what } = USES[type]
    return { from, to: `${to}/${owner.namespace ?? ''}`, what }
  })
}

function idOf(resource: Resource, scene: Scene): string {
  const home = homeOf(resource, scene)
  return home === undefined ? '' : homeId(home)
}
