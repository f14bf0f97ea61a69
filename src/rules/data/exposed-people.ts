import { storeKindOf } from '../../analysis/data-stores/data-store.ts'
import { isBoundedByAnnotation, isPublic } from '../../analysis/doors/load-balancer.ts'
import type { Place } from '../../model/place.ts'
import type { Pod } from '../../model/pod.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { declarationOf, declaresClass, type DataClass } from './data-class.ts'
import { podsBehind } from './pods-behind.ts'

/** A way from outside to a workload with data of special categories. Sure for a data store, which shows no sign-in page. */
interface ExposedPeople {
  readonly place: Place
  readonly workload: string
  readonly dataClass: DataClass
  readonly sure: boolean
}

const SPECIAL: readonly DataClass[] = ['special', 'health']

// Annotations by which an Ingress asks who comes, whichever controller reads them.
const SIGN_IN =
  /auth-(?:url|signin|type|tls-secret|idp|secret)|oauth|oidc|middlewares|authentication|jwt|basic-auth/i

/** The ways by which an Ingress or a Service leads from outside to data of special categories, without a sign-in. */
export function exposedPeople(door: Resource, scene: Scene): readonly ExposedPeople[] {
  if (!declaresClass(scene, SPECIAL)) return []
  return door.type === 'Ingress' ? ofIngress(door, scene) : ofBalancer(door, scene)
}

function ofIngress(ingress: Resource, scene: Scene): readonly ExposedPeople[] {
  if (Object.keys(ingress.annotations).some((key) => SIGN_IN.test(key))) return []
  return ingress.list('spec', 'rules').flatMap((_, rule) =>
    ingress.list('spec', 'rules', rule, 'http', 'paths').flatMap((__, path) => {
      const backend = ['spec', 'rules', rule, 'http', 'paths', path, 'backend'] as const
      const name = ingress.get(...backend, 'service', 'name')?.value
      const service =
        typeof name === 'string' ? scene.find('Service', ingress.namespace, name) : undefined
      return service === undefined ? [] : behind(service, ingress.at(...backend), scene)
    }),
  )
}

function ofBalancer(service: Resource, scene: Scene): readonly ExposedPeople[] {
  if (service.get('spec', 'type')?.value !== 'LoadBalancer') return []
  const isBounded =
    service.list('spec', 'loadBalancerSourceRanges').length > 0 ||
    isPublic(service) === false ||
    isBoundedByAnnotation(service) !== false
  return isBounded ? [] : behind(service, service.at('spec', 'selector'), scene)
}

function behind(service: Resource, place: Place, scene: Scene): readonly ExposedPeople[] {
  for (const pod of podsBehind(service, scene)) {
    const declared = declarationOf(pod.owner, scene)?.class
    if (declared === undefined || !SPECIAL.includes(declared)) continue
    return [{ place, workload: pod.owner.name, dataClass: declared, sure: isStore(pod) }]
  }
  return []
}

function isStore({ containers }: Pod): boolean {
  return containers.some((container) => storeKindOf(container) !== undefined)
}
