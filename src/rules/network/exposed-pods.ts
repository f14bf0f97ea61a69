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
  const named = new Set([...scene.ofKind('Ingress').flatMap(backends), ...routed(scene)])
  const services = scene.ofKind('Service').filter((service) => isOutward(service, named))
  const exposed = new Set(services.flatMap((service) => podsBehind(service, scene)))
  return exposed
})

function isOutward(service: Resource, named: ReadonlySet<string>): boolean {
  return (
    OUTWARD.includes(service.get('spec', 'type')?.value) ||
    service.list('spec', 'externalIPs').length > 0 ||
    named.has(keyOf(service.namespace, service.name))
  )
}

function podsBehind(service: Resource, scene: Scene): readonly Pod[] {
  const selector = textsOf(service.get('spec', 'selector')?.value)
  const [first] = Object.entries(selector)
  if (first === undefined) return []
  return scene
    .labelled(service.namespace, ...first)
    .filter((pod) => hasLabels(selector, podLabels(pod)))
}

function backends(ingress: Resource): readonly string[] {
  const rules = ingress.list('spec', 'rules')
  const paths = rules.flatMap((_, rule) => ingress.list('spec', 'rules', rule, 'http', 'paths'))
  const named = [
    ...paths.map(({ value }) => memberOf(value, 'backend')),
    ingress.get('spec', 'defaultBackend')?.value,
  ]
  return named.map((backend) =>
    keyOf(ingress.namespace, textsOf(valueAt(backend, ['service']))['name']),
  )
}

function routed(scene: Scene): readonly string[] {
  const routes = ROUTE_KINDS.flatMap((kind) => scene.ofKind(kind))
  return routes.flatMap((route) =>
    route.list('spec', 'rules').flatMap((_, rule) =>
      route.list('spec', 'rules', rule, 'backendRefs').map(({ value }) => {
        const { name, namespace } = textsOf(value)
        return keyOf(namespace ?? route.namespace, name)
      }),
    ),
  )
}

function keyOf(namespace: string | undefined, name: string | undefined): string {
  return `${namespace ?? ''}/${name ?? ''}`
}
