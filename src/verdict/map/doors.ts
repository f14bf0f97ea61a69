import { isPublic } from '../../analysis/doors/load-balancer.ts'
import { memberOf } from '../../model/part.ts'
import { textsOf, type Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { ROUTE_KINDS } from '../../rules/network/attached-routes.ts'
import { ingressBackends, podsBehind, routeBackends } from '../../rules/network/exposed-pods.ts'
import { typeOf } from '../../rules/network/service-type.ts'

/** Whether a Service is itself a way in from outside of the cluster. */
export function isDoorService(service: Resource): boolean {
  const type = typeOf(service)
  return type === 'LoadBalancer' || type === 'NodePort' || hasExternalIps(service)
}

function hasExternalIps(service: Resource): boolean {
  return service.list('spec', 'externalIPs').length > 0
}

/** Whether the internet may stand before a door. A route is reached through its gateway; some balancers are internal. */
export function facesInternet(door: Resource): boolean {
  if (isRoute(door) && door.list('spec', 'parentRefs').length > 0) return false
  return door.type !== 'Service' || typeOf(door) !== 'LoadBalancer' || isPublic(door) !== false
}

/** Whether an object leads on from a Gateway. */
export function isRoute({ type }: Resource): boolean {
  return ROUTE_KINDS.some((kind) => kind === type)
}

/** The gateways of the estate that a route hangs on. */
export function gatewaysOf(route: Resource, scene: Scene): readonly Resource[] {
  return route.list('spec', 'parentRefs').flatMap(({ value }) => {
    const { name = '', namespace = route.namespace } = textsOf(value)
    return scene.find('Gateway', namespace, name) ?? []
  })
}

/** The workloads that a door leads to, each once. */
export function ownersBehind(door: Resource, scene: Scene): readonly Resource[] {
  const services = door.type === 'Service' ? [door] : servicesBehind(door, scene)
  const pods = services.flatMap((service) => podsBehind(service, scene))
  return [...new Set(pods.map(({ owner }) => owner))]
}

function servicesBehind(door: Resource, scene: Scene): readonly Resource[] {
  const backends = isRoute(door) ? routeBackends(door) : ingressBackends(door)
  return backends.flatMap(
    ({ namespace, name }) => scene.find('Service', namespace, name ?? '') ?? [],
  )
}

/** What a door is known by outside: its hosts, or its kind and ports. */
export function doorNote(door: Resource): string {
  if (door.type === 'Service') return serviceNote(door)
  const hosts = [
    ...new Set([...ruleHosts(door), ...texts(door, 'hostnames'), ...listenerHosts(door)]),
  ]
  return [door.kind, ...(hosts.length === 0 ? [] : [hosts.join(', ')])].join(' ')
}

function serviceNote(service: Resource): string {
  const ports = service.list('spec', 'ports').map(({ value }) => {
    const { port, nodePort } = {
      port: memberOf(value, 'port'),
      nodePort: memberOf(value, 'nodePort'),
    }
    return portText(typeOf(service) === 'NodePort' ? (nodePort ?? port) : port)
  })
  const type = typeOf(service)
  const kind = type === 'LoadBalancer' || type === 'NodePort' ? type : 'externalIPs'
  return [kind, ...new Set(ports.filter((port) => port !== ''))].join(' ')
}

function portText(port: unknown): string {
  return typeof port === 'number' || typeof port === 'string' ? `${port}` : ''
}

function ruleHosts(door: Resource): readonly string[] {
  return door.list('spec', 'rules').flatMap(({ value }) => textOf(memberOf(value, 'host')))
}

function listenerHosts(door: Resource): readonly string[] {
  return door.list('spec', 'listeners').flatMap(({ value }) => textOf(memberOf(value, 'hostname')))
}

function texts(door: Resource, field: string): readonly string[] {
  return door.list('spec', field).flatMap(({ value }) => textOf(value))
}

function textOf(value: unknown): readonly string[] {
  return typeof value === 'string' && value !== '' ? [value] : []
}
