import { ingressClass, ingressHosts } from '../../analysis/encryption/ingress-tls.ts'
import type { Json } from '../../model/edit.ts'
import type { Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { isOnClearEntry, redirects, twinOf } from './route.ts'

/** Why http is not sent to https, where that is decided, and what should stand there, if that is certain. */
export interface RedirectGap {
  readonly place: Place
  readonly why: string
  readonly sure: boolean
  readonly wanted: Json | undefined
}

// Controllers that redirect unless they are told not to. Source: the controllers' pages, read 2026-11-24.
const SWITCHES = [
  'nginx.ingress.kubernetes.io/ssl-redirect',
  'ingress.kubernetes.io/ssl-redirect',
  'nginx.org/ssl-redirect',
  'haproxy.org/ssl-redirect',
  'haproxy-ingress.github.io/ssl-redirect',
] as const

const ALB = 'alb.ingress.kubernetes.io/'
const ALLOW_HTTP = 'kubernetes.io/ingress.allow-http'
const FRONTEND = 'networking.gke.io/v1beta1.FrontendConfig'

/** What keeps http from being sent to https, or undefined when nothing does or there is no https to send to. */
export function missingRedirect(resource: Resource, scene: Scene): RedirectGap | undefined {
  switch (resource.type) {
    case 'Ingress':
      return ofSwitch(resource, scene) ?? ofAmazon(resource, scene) ?? ofGoogle(resource, scene)
    case 'route.openshift.io/Route':
      return ofRoute(resource)
    default:
      return ofTraefik(resource, scene)
  }
}

function ofSwitch(ingress: Resource, scene: Scene): RedirectGap | undefined {
  const name = SWITCHES.find((key) => ingress.annotations[key] === 'false')
  if (name === undefined || ingress.annotations[FORCE] === 'true') return undefined
  // Without TLS there is nowhere to send to; where it ends elsewhere, that place redirects.
  if (!ingressHosts(ingress, scene).some(({ cover }) => cover === 'tls')) return undefined
  return gapAt(ingress, name, 'the redirect is switched off', 'true')
}

const FORCE = 'nginx.ingress.kubernetes.io/force-ssl-redirect'

function ofAmazon(ingress: Resource, scene: Scene): RedirectGap | undefined {
  const ports = ingress.annotations[`${ALB}listen-ports`]
  if (ports === undefined || !/"HTTP"/.test(ports) || !/"HTTPS"/.test(ports)) return undefined
  const group = ingress.annotations[`${ALB}group.name`]
  const shared =
    group === undefined
      ? [ingress]
      : scene
          .ofKind('Ingress')
          .filter(({ annotations }) => annotations[`${ALB}group.name`] === group)
  if (shared.some(redirectsAlb)) return undefined
  return gapAt(
    ingress,
    `${ALB}ssl-redirect`,
    'the load balancer listens on both and redirects nobody',
    '443',
  )
}

function redirectsAlb({ annotations }: Resource): boolean {
  return (
    annotations[`${ALB}ssl-redirect`] !== undefined ||
    Object.entries(annotations).some(
      ([key, value]) => key.startsWith(`${ALB}actions.`) && value.includes('"redirect"'),
    )
  )
}

function ofGoogle(ingress: Resource, scene: Scene): RedirectGap | undefined {
  const { annotations } = ingress
  const isGoogles =
    ingressClass(ingress)?.startsWith('gce') === true ||
    'networking.gke.io/managed-certificates' in annotations ||
    'ingress.gcp.kubernetes.io/pre-shared-cert' in annotations
  if (!isGoogles || FRONTEND in annotations || annotations[ALLOW_HTTP] === 'false') return undefined
  const hasTls = ingressHosts(ingress, scene).some(({ cover }) => cover !== 'clear')
  if (!hasTls) return undefined
  return gapAt(
    ingress,
    ALLOW_HTTP,
    'its load balancer listens on port 80 unless told not to',
    'false',
  )
}

function ofRoute(route: Resource): RedirectGap | undefined {
  const policy = route.get('spec', 'tls', 'insecureEdgeTerminationPolicy')
  if (policy?.value !== 'Allow') return undefined
  return { place: policy.place, why: 'its policy allows it', sure: true, wanted: 'Redirect' }
}

// The entry point itself may redirect, which its own configuration says and no object does.
function ofTraefik(route: Resource, scene: Scene): RedirectGap | undefined {
  if (route.get('spec', 'tls') !== undefined || !isOnClearEntry(route)) return undefined
  if (redirects(route, scene) || twinOf(route, scene) === undefined) return undefined
  const place = route.at('spec', 'entryPoints')
  return { place, why: 'no middleware of this route redirects', sure: false, wanted: undefined }
}

function gapAt(ingress: Resource, name: string, why: string, wanted: Json): RedirectGap {
  return { place: ingress.at('metadata', 'annotations', name), why, sure: true, wanted }
}
