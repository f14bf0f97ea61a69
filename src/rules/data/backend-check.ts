import type { Json } from '../../model/edit.ts'
import type { Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'

/** A way to a backend on which nobody checks its certificate. `wanted` is what should stand there, if certain. */
export interface UnverifiedBackend {
  readonly place: Place
  readonly why: string
  readonly wanted: Json | undefined
}

const NGINX = 'nginx.ingress.kubernetes.io/'
const HAPROXY = 'haproxy.org/'

/** The ways from an Ingress or a transport of Traefik to backends whose certificates nobody checks. */
export function unverifiedBackends(resource: Resource): readonly UnverifiedBackend[] {
  if (resource.type !== 'Ingress') return ofTransport(resource)
  return [...ofNginx(resource), ...ofHaproxy(resource), ...ofPassthrough(resource)]
}

function ofNginx(ingress: Resource): readonly UnverifiedBackend[] {
  const { annotations } = ingress
  const protocol = (annotations[`${NGINX}backend-protocol`] ?? '').toUpperCase()
  if (protocol !== 'HTTPS' && protocol !== 'GRPCS') return []
  // Off is the default. Source: ingress-nginx, annotations, proxy-ssl-verify.
  if (annotations[`${NGINX}proxy-ssl-verify`] === 'on') return []
  const hasAuthority = annotations[`${NGINX}proxy-ssl-secret`] !== undefined
  return [
    {
      place: ingress.at('metadata', 'annotations', `${NGINX}proxy-ssl-verify`),
      why: `it speaks ${protocol} to its backend and checks no certificate`,
      wanted: hasAuthority ? 'on' : undefined,
    },
  ]
}

function ofHaproxy(ingress: Resource): readonly UnverifiedBackend[] {
  const { annotations } = ingress
  if (annotations[`${HAPROXY}server-ssl`] !== 'true') return []
  if (annotations[`${HAPROXY}server-ca`] !== undefined) return []
  return [
    {
      place: ingress.at('metadata', 'annotations', `${HAPROXY}server-ca`),
      why: 'it speaks TLS to its backend and knows no authority to check the certificate by',
      wanted: undefined,
    },
  ]
}

// The name that a client asks for is all a passed-through connection can be sorted by.
function ofPassthrough(ingress: Resource): readonly UnverifiedBackend[] {
  if (ingress.annotations[`${NGINX}ssl-passthrough`] !== 'true') return []
  return ingress.list('spec', 'rules').flatMap(({ place }, index) => {
    const host = ingress.get('spec', 'rules', index, 'host')
    if (host !== undefined) return []
    return {
      place,
      why: 'it passes TLS through by host name, and this rule has none',
      wanted: undefined,
    }
  })
}

function ofTransport(transport: Resource): readonly UnverifiedBackend[] {
  const skip = transport.get('spec', 'insecureSkipVerify')
  if (skip?.value !== true) return []
  return [{ place: skip.place, why: 'it takes any certificate', wanted: false }]
}
