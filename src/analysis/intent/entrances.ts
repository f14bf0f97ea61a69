import { oncePerScene } from '../../model/once-per-scene.ts'
import { isList, memberOf, valueAt } from '../../model/part.ts'
import type { Place } from '../../model/place.ts'
import type { Pod } from '../../model/pod.ts'
import { textsOf, type Resource } from '../../model/resource.ts'
import { podLabels, type Scene } from '../../model/scene.ts'
import { isOnHost } from '../isolation/subjects.ts'
import { CONTROLLERS } from './controllers.data.ts'
import type { Flow, Party } from './flow.ts'
import { declaredPorts, portsOf, targetsOf, type ServicePort } from './services.ts'

const ROUTE_KINDS = ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute'] as const
const OPENSHIFT_ROUTE = 'route.openshift.io/Route'

/** What leads from outside to pods: Ingress, Gateway and OpenShift routes, Services and ports that nodes open. */
export function entranceFlows(scene: Scene): readonly Flow[] {
  return [
    ...scene.ofKind('Ingress').flatMap((ingress) => ingressFlows(ingress, scene)),
    ...ROUTE_KINDS.flatMap((kind) => scene.ofKind(kind)).flatMap((each) => routeFlows(each, scene)),
    ...scene.ofKind(OPENSHIFT_ROUTE).flatMap((route) => openshiftFlows(route, scene)),
    ...scene.ofKind('Service').flatMap((service) => outwardFlows(service, scene)),
    ...scene.pods.flatMap(hostPortFlows),
  ]
}

/** The hosts that the estate itself serves by Ingress and routes. Looked up once for a scene. */
export const hostsServed = oncePerScene((scene): ReadonlySet<string> => {
  const rules = scene.ofKind('Ingress').flatMap((ingress) => ingress.list('spec', 'rules'))
  const named = ROUTE_KINDS.flatMap((kind) => scene.ofKind(kind)).flatMap((route) =>
    route.list('spec', 'hostnames').map(({ value }) => value),
  )
  const hosts = [...rules.map(({ value }) => memberOf(value, 'host')), ...named]
  return new Set(hosts.filter((host) => typeof host === 'string'))
})

/** A Service as a route names it, with the place that does. */
interface Backend {
  readonly namespace: string | undefined
  readonly name: unknown
  readonly port: unknown
  readonly place: Place
}

function ingressFlows(ingress: Resource, scene: Scene): readonly Flow[] {
  const rules = ingress.list('spec', 'rules')
  const paths = rules.flatMap((_, rule) => ingress.list('spec', 'rules', rule, 'http', 'paths'))
  const first = ingress.get('spec', 'defaultBackend')
  const backends = [
    ...paths.map(({ value, place }) => ({ backend: memberOf(value, 'backend'), place })),
    ...(first === undefined ? [] : [{ backend: first.value, place: first.place }]),
  ].map(({ backend, place }) => ({
    namespace: ingress.namespace,
    name: valueAt(backend, ['service', 'name']),
    port:
      valueAt(backend, ['service', 'port', 'number']) ??
      valueAt(backend, ['service', 'port', 'name']),
    place,
  }))
  return backends.flatMap((backend) => led(backend, ingress, scene))
}

function routeFlows(route: Resource, scene: Scene): readonly Flow[] {
  const rules = route.list('spec', 'rules')
  return rules.flatMap((_, rule) =>
    route.list('spec', 'rules', rule, 'backendRefs').flatMap(({ value, place }) => {
      const { name, namespace } = textsOf(value)
      const home = namespace ?? route.namespace
      return led({ namespace: home, name, port: memberOf(value, 'port'), place }, route, scene)
    }),
  )
}

function classOf(route: Resource, scene: Scene): string {
  if (route.type === 'Ingress') return ingressClass(route)
  if (route.type === OPENSHIFT_ROUTE) return 'openshift'
  const [parent] = route.list('spec', 'parentRefs')
  const { name = '', namespace } = textsOf(parent?.value)
  const gateway = scene.find('Gateway', namespace ?? route.namespace, name)
  const className = gateway?.get('spec', 'gatewayClassName')?.value
  return typeof className === 'string' ? className : ''
}

function ingressClass(ingress: Resource): string {
  const named = ingress.get('spec', 'ingressClassName')?.value
  return typeof named === 'string' ? named : (ingress.annotations[CLASS_ANNOTATION] ?? '')
}

const CLASS_ANNOTATION = 'kubernetes.io/ingress.class'

function openshiftFlows(route: Resource, scene: Scene): readonly Flow[] {
  const { place } = route
  const name = route.get('spec', 'to', 'name')?.value
  const port = route.get('spec', 'port', 'targetPort')?.value
  return led({ namespace: route.namespace, name, port, place }, route, scene)
}

function led(
  { namespace, name, port, place }: Backend,
  route: Resource,
  scene: Scene,
): readonly Flow[] {
  const service = typeof name === 'string' ? scene.find('Service', namespace, name) : undefined
  if (service === undefined) return []
  const isNamed = (each: ServicePort): boolean =>
    port === undefined || each.port === port || each.name === port || each.target === port
  const words = `${route.kind} "${route.name}" leads to Service "${service.name}"`
  const targets = portsOf(service)
    .filter(isNamed)
    .flatMap((each) => targetsOf(service, each, scene))
  return controllersOf(route, scene).flatMap((from) =>
    targets.map(({ pod, protocol, port: number }) => ({
      from,
      to: { kind: 'pods', pod },
      protocol,
      port: number,
      confidence: 'certain',
      evidence: [{ place, words }],
    })),
  )
}

function controllersOf(route: Resource, scene: Scene): readonly Party[] {
  const pods = controllerPodsOf(route, scene)
  return pods.length > 0
    ? pods.map((pod) => ({ kind: 'pods', pod }))
    : [{ kind: 'controller', className: classOf(route, scene) }]
}

/** The pods that serve an Ingress or route, by its class; none when no controller was read that may. */
export function controllerPodsOf(route: Resource, scene: Scene): readonly Pod[] {
  const known = CONTROLLERS.classes.get(classOf(route, scene))
  return controllerPods(scene)
    .filter(({ names }) => known === undefined || known.names.some((name) => names.has(name)))
    .map(({ pod }) => pod)
}

const NAME_LABELS = ['app.kubernetes.io/name', 'app', 'istio', 'k8s-app'] as const

const controllerPods = oncePerScene(
  (scene): readonly { readonly pod: Pod; readonly names: ReadonlySet<string> }[] => {
    const known = new Set([...CONTROLLERS.classes.values()].flatMap(({ names }) => [...names]))
    return scene.pods.flatMap((pod) => {
      const labels = podLabels(pod)
      const names = new Set(NAME_LABELS.map((label) => labels[label] ?? ''))
      return [...names].some((name) => known.has(name)) && isLongRunning(pod)
        ? [{ pod, names }]
        : []
    })
  },
)

function isLongRunning({ owner }: Pod): boolean {
  return owner.type !== 'Job' && owner.type !== 'CronJob'
}

const OUTWARD: readonly unknown[] = ['LoadBalancer', 'NodePort']

function outwardFlows(service: Resource, scene: Scene): readonly Flow[] {
  const type = service.get('spec', 'type')
  const external = service.get('spec', 'externalIPs')
  const isExternal = isList(external?.value) && external.value.length > 0
  const opened = OUTWARD.includes(type?.value) ? type : isExternal ? external : undefined
  if (opened === undefined) return []
  const ranges = service.list('spec', 'loadBalancerSourceRanges').map(({ value }) => value)
  const blocks = ranges.filter((range) => typeof range === 'string')
  const kind = opened === type ? String(type?.value) : 'externalIPs'
  const words = `Service "${service.name}" is opened to the outside by ${kind}`
  return portsOf(service)
    .flatMap((each) => targetsOf(service, each, scene))
    .map(({ pod, protocol, port }) => ({
      from: { kind: 'outside', host: undefined, blocks },
      to: { kind: 'pods', pod },
      protocol,
      port,
      confidence: 'certain',
      evidence: [{ place: opened.place, words }],
    }))
}

function hostPortFlows(pod: Pod): readonly Flow[] {
  if (isOnHost(pod)) return []
  return pod.containers.flatMap((container) =>
    container.list('ports').flatMap(({ value, place }): readonly Flow[] => {
      const port = memberOf(value, 'containerPort')
      const protocol = memberOf(value, 'protocol') ?? 'TCP'
      const declared = declaredPorts(pod).find(
        (own) => own.port === port && own.protocol === protocol,
      )
      if (typeof memberOf(value, 'hostPort') !== 'number' || declared === undefined) return []
      return [
        {
          from: { kind: 'outside', host: undefined, blocks: [] },
          to: { kind: 'pods', pod },
          protocol: declared.protocol,
          port: declared.port,
          confidence: 'likely',
          evidence: [{ place, words: `container "${container.name}" opens a port of its node` }],
        },
      ]
    }),
  )
}
