import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { parseBlock } from '../addresses/cidr.ts'
import { minus } from '../reach/connection-set.ts'
import { ingressRoutesIn } from '../reach/ingress-routes.ts'
import { workloadsOf } from '../reach/workloads.ts'
import type { Door, Outside, Way } from './door.ts'
import { SOURCE_RANGES } from './source-ranges.data.ts'

/** The doors that Ingress, OpenShift and Gateway API routes open, once for each object and workload. */
export function routeDoors(scene: Scene): readonly Door[] {
  const routes = ingressRoutesIn(scene)
  return workloadsOf(scene).flatMap((to) => {
    const route = routes.get(to.id)
    if (route === undefined) return []
    const objects = new Map(route.routes.map((backend) => [backend.resource, backend]))
    return [...objects.values()].map(({ resource, place }): Door => ({
      way: wayOf(resource),
      to,
      resource,
      place,
      ports: route.sure,
      hidden: minus(route.possible, route.sure),
      outside: beforeRoute(resource),
      seen: 'controller',
      isSure: true,
    }))
  })
}

function wayOf({ type }: Resource): Way {
  if (type === 'Ingress') return 'Ingress'
  return type === 'route.openshift.io/Route' ? 'Route' : 'Gateway'
}

function beforeRoute({ annotations }: Resource): Outside {
  const written = SOURCE_RANGES.annotations.flatMap((key) => annotations[key] ?? [])
  const blocks = written.flatMap((value) => value.split(/[\s,]+/)).filter((block) => block !== '')
  if (blocks.length === 0) return { kind: 'internet' }
  return blocks.every((block) => parseBlock(block) !== undefined)
    ? { kind: 'blocks', blocks }
    : { kind: 'unclear' }
}
