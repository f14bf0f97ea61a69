import { groupBy } from '../../base/group.ts'
import { oncePerScene } from '../../model/once-per-scene.ts'
import { isList, isMapping, memberOf, valueAt } from '../../model/part.ts'
import type { Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { ALL_CONNECTIONS, NO_CONNECTIONS, union, type ConnectionSet } from './connection-set.ts'
import { podsBehind, servicePorts, targetIn, type ServicePort } from './service-ports.ts'
import { workloadsOf } from './workloads.ts'

/** What Ingress and route objects send to a workload, and the objects that do. */
export interface IngressRoute {
  readonly sure: ConnectionSet
  /** All that a placeholder may mean. */
  readonly possible: ConnectionSet
  readonly routes: readonly Backend[]
}

/** One backend of an Ingress or route: a Service, and its port by number or name; all ports without one. */
export interface Backend {
  readonly resource: Resource
  readonly place: Place
  readonly namespace: string
  readonly service: string
  readonly port: unknown
}

const GATEWAY_ROUTES = ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute'] as const

/**
 * What the controllers of Ingress, Route (OpenShift) and Gateway API routes send to each workload, by its id. Looked up
 * once for a scene. O(backends + pods behind them).
 */
export const ingressRoutesIn = oncePerScene((scene): ReadonlyMap<string, IngressRoute> => {
  const routes = new Map<string, IngressRoute>()
  const owners = new Map(
    workloadsOf(scene).flatMap(({ id, pods }) => pods.map((pod) => [pod, id] as const)),
  )
  for (const backend of backendsIn(scene)) {
    const service = scene.find('Service', backend.namespace, backend.service)
    if (service === undefined) continue
    const ports = portsMeant(service, backend.port)
    const byOwner = groupBy(podsBehind(service, scene), (pod) => owners.get(pod))
    for (const [id, pods] of byOwner) {
      if (id === undefined) continue
      const sure = pods.flatMap((pod) => ports.map((port) => targetIn(pod, port)))
      enter(routes, id, { backend, sure: sure.reduce(union, NO_CONNECTIONS) })
    }
  }
  return routes
})

/** Whether there is an Ingress or route at all. */
export function hasIngressRoutes(scene: Scene): boolean {
  return backendsIn(scene).length > 0
}

/** All backends of Ingress and route objects of a scene. */
const backendsIn = oncePerScene((scene): readonly Backend[] => [
  ...scene.ofKind('Ingress').flatMap(ofIngress),
  ...scene.ofKind('route.openshift.io/Route').flatMap(ofRoute),
  ...GATEWAY_ROUTES.flatMap((kind) => scene.ofKind(kind)).flatMap(ofGatewayRoute),
])

function enter(
  routes: Map<string, IngressRoute>,
  id: string,
  { backend, sure }: { readonly backend: Backend; readonly sure: ConnectionSet },
): void {
  const before = routes.get(id) ?? { sure: NO_CONNECTIONS, possible: NO_CONNECTIONS, routes: [] }
  const possible = isKnown(backend.port) ? sure : ALL_CONNECTIONS
  routes.set(id, {
    sure: union(before.sure, sure),
    possible: union(before.possible, possible),
    routes: [...before.routes, backend],
  })
}

function isKnown(port: unknown): boolean {
  return typeof port !== 'string' || !/\$\{|\{\{/.test(port)
}

function portsMeant(service: Resource, wanted: unknown): readonly ServicePort[] {
  const ports = servicePorts(service)
  if (wanted === undefined || wanted === null || wanted === 0 || wanted === '') return ports
  return ports.filter(
    ({ name, port, target }) =>
      port === wanted || target === wanted || (name !== '' && name === wanted),
  )
}

function ofIngress(ingress: Resource): readonly Backend[] {
  const paths = ingress.list('spec', 'rules').flatMap((_, rule) => {
    const at = ['spec', 'rules', rule, 'http', 'paths'] as const
    return ingress.list(...at).map((__, path) => [...at, path, 'backend'] as const)
  })
  return [['spec', 'defaultBackend'] as const, ...paths].flatMap((path) => {
    const service = valueAt(ingress.value, [...path, 'service'])
    const name = memberOf(service, 'name')
    if (typeof name !== 'string') return []
    const port = memberOf(service, 'port')
    return [
      {
        resource: ingress,
        place: ingress.at(...path),
        namespace: ingress.namespace ?? '',
        service: name,
        port: memberOf(port, 'name') ?? memberOf(port, 'number'),
      },
    ]
  })
}

function ofRoute(route: Resource): readonly Backend[] {
  const port = route.get('spec', 'port', 'targetPort')?.value
  const others = route.list('spec', 'alternateBackends')
  const backends = [
    { value: route.get('spec', 'to')?.value, place: route.at('spec', 'to') },
    ...others,
  ]
  return backends.flatMap(({ value, place }) => {
    const [kind, name] = [memberOf(value, 'kind') ?? 'Service', memberOf(value, 'name')]
    if (kind !== 'Service' || typeof name !== 'string') return []
    return [{ resource: route, place, namespace: route.namespace ?? '', service: name, port }]
  })
}

function ofGatewayRoute(route: Resource): readonly Backend[] {
  return route.list('spec', 'rules').flatMap(({ value }, rule) => {
    const references = memberOf(value, 'backendRefs')
    if (!isList(references)) return []
    return references.flatMap((reference, index) => {
      const name = memberOf(reference, 'name')
      if (!isMapping(reference) || typeof name !== 'string') return []
      if ((memberOf(reference, 'kind') ?? 'Service') !== 'Service') return []
      const namespace = memberOf(reference, 'namespace') ?? route.namespace
      return [
        {
          resource: route,
          place: route.at('spec', 'rules', rule, 'backendRefs', index),
          namespace: typeof namespace === 'string' ? namespace : '',
          service: name,
          port: memberOf(reference, 'port'),
        },
      ]
    })
  })
}
