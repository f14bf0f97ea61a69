import type { Path } from '../../model/document.ts'
import { isMapping, memberOf } from '../../model/part.ts'
import type { Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'

/** A setting of the mesh that lets plain traffic, or anybody, pass. `why` goes on after the object's name. */
interface MeshGap {
  readonly place: Place
  readonly why: string
  readonly wanted: string | boolean | undefined
}

// Where Istio looks for what holds for the whole mesh, unless it was installed elsewhere.
const ROOT = 'istio-system'

/** What a PeerAuthentication or a DestinationRule leaves open. */
export function meshGaps(resource: Resource): readonly MeshGap[] {
  return resource.kind === 'PeerAuthentication' ? ofPeers(resource) : ofDestination(resource)
}

function ofPeers(peers: Resource): readonly MeshGap[] {
  const ports = peers.get('spec', 'portLevelMtls')?.value
  const paths: Path[] = [['spec', 'mtls', 'mode']]
  if (isMapping(ports))
    for (const port in ports) paths.push(['spec', 'portLevelMtls', port, 'mode'])
  return paths.flatMap((path) => ofMode(peers, path))
}

function ofMode(peers: Resource, path: Path): readonly MeshGap[] {
  const mode = peers.get(...path)
  const where = path[1] === 'portLevelMtls' ? ` on port ${String(path[2])}` : ''
  if (mode?.value === 'PERMISSIVE' || mode?.value === 'DISABLE')
    return [
      {
        place: mode.place,
        why: `takes traffic without mutual TLS${where}: its mode is ${mode.value}`,
        wanted: 'STRICT',
      },
    ]
  // Silence means what the level above says, and above the root there is only the default, PERMISSIVE.
  const isRoot = peers.namespace === ROOT && peers.get('spec', 'selector') === undefined
  if (!isRoot || where !== '' || (mode !== undefined && mode.value !== 'UNSET')) return []
  const why = 'lets the whole mesh take traffic without mutual TLS: it sets no mode'
  return [{ place: peers.at(...path), why, wanted: 'STRICT' }]
}

function ofDestination(rule: Resource): readonly MeshGap[] {
  // Clients of the API server bring their own TLS.
  if (String(rule.get('spec', 'host')?.value).startsWith('kubernetes.default')) return []
  const policies: Path[] = [['spec', 'trafficPolicy']]
  rule.list('spec', 'subsets').forEach((_, index) => {
    policies.push(['spec', 'subsets', index, 'trafficPolicy'])
  })
  return policies.flatMap((path) => {
    const ports = rule.list(...path, 'portLevelSettings')
    return [path, ...ports.map((_, index): Path => [...path, 'portLevelSettings', index])].flatMap(
      (each) => ofTls(rule, [...each, 'tls']),
    )
  })
}

function ofTls(rule: Resource, path: Path): readonly MeshGap[] {
  const tls = rule.get(...path)?.value
  const written = rule.get('spec', 'host')?.value
  const host = typeof written === 'string' ? written : 'its host'
  if (memberOf(tls, 'mode') === 'DISABLE')
    return [
      {
        place: rule.at(...path, 'mode'),
        why: `sends to ${host} in clear: its TLS mode is DISABLE`,
        wanted: undefined,
      },
    ]
  if (memberOf(tls, 'insecureSkipVerify') !== true) return []
  return [
    {
      place: rule.at(...path, 'insecureSkipVerify'),
      why: `takes any certificate from ${host}`,
      wanted: false,
    },
  ]
}
