import { firstBy } from '../../base/group.ts'
import { oncePerScene } from '../../model/once-per-scene.ts'
import { memberOf, valueAt } from '../../model/part.ts'
import type { Pod } from '../../model/pod.ts'
import { textsOf, type Resource } from '../../model/resource.ts'
import { podLabels, type Scene } from '../../model/scene.ts'
import { hasLabels } from '../../model/selector.ts'
import { ROUTE_KINDS } from './attached-routes.ts'

const OUTWARD: readonly unknown[] = ['LoadBalancer', 'NodePort']

/** Whether what is outside of the cluster is led to a pod: by its Service's type, an Ingress or a route. */
export function isExposed(pod: Pod, scene: Scene): boolean {
  return exposedIn(scene).has(pod)
}

const exposedIn = oncePerScene((scene): ReadonlySet<Pod> => {
  const routes = ROUTE_KINDS.flatMap((kind) => scene.ofKind(kind))
  const backends = [
    ...scene.ofKind('Ingress').flatMap(ingressBackends),
    ...routes.flatMap(routeBackends),
  ]
  const named = new Set(backends.map(keyOf))
  const services = scene.ofKind('Service').filter((service) => isOutward(service, named))
  // Copies of a Service lead to the same pods.
  const different = firstBy(services, selectionKey).values()
  return new Set([...different].flatMap((service) => podsBehind(service, scene)))
})

function selectionKey({ namespace, value }: Resource): string {
  return JSON.stringify([namespace, textsOf(valueAt(value, ['spec', 'selector']))])
}

function isOutward(service: Resource, named: ReadonlySet<string>): boolean {
  return (
    OUTWARD.includes(service.get('spec', 'type')?.value) ||
    service.list('spec', 'externalIPs').length > 0 ||
    named.has(keyOf(service))
  )
}

/** The pods that a Service leads to. */
export function podsBehind(service: Resource, scene: Scene): readonly Pod[] {
  const selector = textsOf(service.get('spec', 'selector')?.value)
  const [first] = Object.entries(selector)
  if (first === undefined) return []
  return scene
    .labelled(service.namespace, ...first)
    .filter((pod) => hasLabels(selector, podLabels(pod)))
}

/** A Service by its name, as an Ingress or a route writes it. */
interface Backend {
  readonly namespace: string | undefined
  readonly name: string | undefined
}

/** The Services that an Ingress leads to. */
export function ingressBackends(ingress: Resource): readonly Backend[] {
  const rules = ingress.list('spec', 'rules')
  const paths = rules.flatMap((_, rule) => ingress.list('spec', 'rules', rule, 'http', 'paths'))
  const named = [
    ...paths.map(({ value }) => memberOf(value, 'backend')),
    ingress.get('spec', 'defaultBackend')?.value,
  ]
  return named.map((backend) => ({
    namespace: ingress.namespace,
    name: textsOf(valueAt(backend, ['service']))['name'],
  }))
}

/** The Services that a route of a Gateway leads to. */
export function routeBackends(route: Resource): readonly Backend[] {
  return route.list('spec', 'rules').flatMap((_, rule) =>
    route.list('spec', 'rules', rule, 'backendRefs').map(({ value }) => {
      const { name, namespace } = textsOf(value)
      return { namespace: namespace ?? route.namespace, name }
    }),
  )
}

function keyOf({ namespace, name }: Backend): string {
  return `${namespace ?? ''}/${name ?? ''}`
}
