import { groupBy, type Groups } from '../../base/group.ts'
import { oncePerScene } from '../../model/once-per-scene.ts'
import { memberOf } from '../../model/part.ts'
import type { Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'

/**
 * What a listener of a gateway serves: TLS, a redirect to it, plain http, TLS without a certificate; or nobody can tell.
 */
type ListenerState = 'tls' | 'redirect' | 'clear' | 'no-certificate' | 'unknown'

/** A listener of a Gateway, or a server of an Istio Gateway. `place` is the field that decides. */
export interface Listener {
  readonly place: Place
  readonly name: string
  readonly state: ListenerState
}

/** A listener and what is needed to find the routes that are attached to it. */
interface Seat {
  readonly gateway: Resource
  readonly index: number
  readonly hasTls: boolean
}

const CLEAR = new Set(['HTTP', 'HTTP2', 'GRPC', 'GRPC-WEB'])
const ROUTES = ['HTTPRoute', 'GRPCRoute'] as const

/** The listeners of a Gateway of either API that speak http or TLS. O(listeners x routes attached). */
export function gatewayListeners(gateway: Resource, scene: Scene): readonly Listener[] {
  if (gateway.type === 'networking.istio.io/Gateway') return serversOf(gateway)
  const protocols = gateway
    .list('spec', 'listeners')
    .map((_, index) => gateway.get('spec', 'listeners', index, 'protocol')?.value)
  const hasTls = protocols.some((protocol) => protocol === 'HTTPS' || protocol === 'TLS')
  return protocols.flatMap((_, index) => listenerAt({ gateway, index, hasTls }, scene))
}

function listenerAt(seat: Seat, scene: Scene): readonly Listener[] {
  const { gateway, index } = seat
  const protocol = gateway.get('spec', 'listeners', index, 'protocol')
  const name = nameOf(gateway.get('spec', 'listeners', index, 'name')?.value, index)
  const place = gateway.at('spec', 'listeners', index, 'protocol')
  if (protocol?.resolved === false) return [{ place, name, state: 'unknown' }]
  if (protocol?.value === 'HTTP') return [{ place, name, state: stateOfClear(seat, name, scene) }]
  if (protocol?.value !== 'HTTPS' && protocol?.value !== 'TLS') return []
  const certificates = gateway.at('spec', 'listeners', index, 'tls', 'certificateRefs')
  return hasCertificate(gateway, index)
    ? [{ place, name, state: 'tls' }]
    : [{ place: certificates, name, state: 'no-certificate' }]
}

// A listener that nothing is attached to may serve routes of namespaces that were not read.
function stateOfClear({ gateway, index, hasTls }: Seat, name: string, scene: Scene): ListenerState {
  const port = gateway.get('spec', 'listeners', index, 'port')?.value
  const routes = (attached(scene).get(gatewayKey(gateway.namespace, gateway.name)) ?? []).filter(
    ({ section, to }) =>
      (section === undefined || section === name) && (to === undefined || to === port),
  )
  if (routes.length > 0) return routes.every(({ route }) => redirects(route)) ? 'redirect' : 'clear'
  return hasTls ? 'unknown' : 'clear'
}

function hasCertificate(gateway: Resource, index: number): boolean {
  const tls = gateway.get('spec', 'listeners', index, 'tls')
  if (tls?.resolved === false || memberOf(tls?.value, 'mode') === 'Passthrough') return true
  return (
    gateway.list('spec', 'listeners', index, 'tls', 'certificateRefs').length > 0 ||
    // Options are the provider's own way, as are certificate maps.
    gateway.get('spec', 'listeners', index, 'tls', 'options') !== undefined ||
    gateway.get('spec', 'listeners', index, 'tls', 'certificateRefs')?.resolved === false ||
    'networking.gke.io/certmap' in gateway.annotations
  )
}

/** A route and the part of a gateway that it names. */
interface Attachment {
  readonly route: Resource
  readonly key: string
  readonly section: unknown
  readonly to: unknown
}

const attached = oncePerScene((scene): Groups<string, Attachment> =>
  groupBy(ROUTES.flatMap((kind) => scene.ofKind(kind)).flatMap(attachments), ({ key }) => key),
)

function attachments(route: Resource): readonly Attachment[] {
  return route.list('spec', 'parentRefs').map(({ value }) => ({
    route,
    key: gatewayKey(memberOf(value, 'namespace') ?? route.namespace, memberOf(value, 'name')),
    section: memberOf(value, 'sectionName'),
    to: memberOf(value, 'port'),
  }))
}

function gatewayKey(namespace: unknown, name: unknown): string {
  return `${String(namespace)}/${String(name)}`
}

function nameOf(name: unknown, index: number): string {
  return typeof name === 'string' ? name : String(index)
}

function redirects(route: Resource): boolean {
  const rules = route.list('spec', 'rules')
  return (
    rules.length > 0 &&
    rules.every((_, index) =>
      route
        .list('spec', 'rules', index, 'filters')
        .some(({ value }) => memberOf(memberOf(value, 'requestRedirect'), 'scheme') === 'https'),
    )
  )
}

function serversOf(gateway: Resource): readonly Listener[] {
  // What leaves the mesh through a gateway is wrapped by whoever sends it.
  const selector = JSON.stringify(gateway.get('spec', 'selector')?.value ?? '')
  if (selector.includes('egress')) return []
  return gateway.list('spec', 'servers').flatMap((_, index): readonly Listener[] => {
    const protocol = gateway.get('spec', 'servers', index, 'port', 'protocol')
    const name = nameOf(gateway.get('spec', 'servers', index, 'port', 'name')?.value, index)
    const place = gateway.at('spec', 'servers', index, 'port', 'protocol')
    if (protocol?.resolved === false) return [{ place, name, state: 'unknown' as const }]
    const spoken = String(protocol?.value).toUpperCase()
    if (spoken === 'HTTPS' || spoken === 'TLS') return [{ place, name, state: 'tls' as const }]
    if (!CLEAR.has(spoken)) return []
    const redirect = gateway.get('spec', 'servers', index, 'tls', 'httpsRedirect')
    return [
      { place, name, state: redirect?.value === true ? ('redirect' as const) : ('clear' as const) },
    ]
  })
}
