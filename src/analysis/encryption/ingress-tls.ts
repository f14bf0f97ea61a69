import { oncePerScene } from '../../model/once-per-scene.ts'
import { isPlaceholder, type Field } from '../../model/part.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import {
  INGRESS_TLS_SIGNS,
  SERVICE_TLS_SIGNS,
  TLS_CLASSES,
  type TlsSign,
} from './tls-elsewhere.data.ts'

/** Whether a host is served over TLS: by `spec.tls`, by something before the Ingress, not at all; or nobody can tell. */
type Cover = 'tls' | 'elsewhere' | 'clear' | 'unknown'

/** One rule of an Ingress, or its default backend (`rule` is undefined), with the host it answers to. */
export interface IngressHost {
  /** Empty when it answers to any host. */
  readonly host: string
  readonly rule: Field | undefined
  readonly cover: Cover
}

const CLASS = 'kubernetes.io/ingress.class'

// These never leave the machine of whoever asks.
const OWN_MACHINE = /(?:^|\.)localhost$|^127\.|\.127\.0\.0\.1\./

/** The hosts of an Ingress, each with its cover. Hosts of one's own machine are left out. O(hosts x TLS entries). */
export function ingressHosts(ingress: Resource, scene: Scene): readonly IngressHost[] {
  const hosts = hostsOf(ingress).filter(({ host }) => !OWN_MACHINE.test(host))
  if (hosts.length === 0) return []
  const isElsewhere = endsElsewhere(ingress, scene)
  return hosts.map((entry) => ({
    ...entry,
    cover: isElsewhere ? 'elsewhere' : coverBySpec(entry.host, ingress),
  }))
}

/** The class of an Ingress, from its field or the older annotation. */
export function ingressClass(ingress: Resource): string | undefined {
  const written = ingress.get('spec', 'ingressClassName')?.value
  return typeof written === 'string' ? written : ingress.annotations[CLASS]
}

/** Whether a Service's load balancer ends TLS. */
export function endsTls(service: Resource): boolean {
  return SERVICE_TLS_SIGNS.some((sign) => hasSign(service, sign))
}

function hostsOf(ingress: Resource): readonly Omit<IngressHost, 'cover'>[] {
  const rules = ingress.list('spec', 'rules')
  if (rules.length > 0) {
    return rules.map((rule, index) => {
      const host = ingress.get('spec', 'rules', index, 'host')?.value
      return { host: typeof host === 'string' ? host : '', rule }
    })
  }
  const backend = ingress.get('spec', 'defaultBackend') ?? ingress.get('spec', 'backend')
  return backend === undefined ? [] : [{ host: '', rule: undefined }]
}

function coverBySpec(host: string, ingress: Resource): Cover {
  const tls = ingress.get('spec', 'tls')
  if (tls?.resolved === false) return 'unknown'
  const entries = ingress.list('spec', 'tls')
  if (entries.length === 0) return 'clear'
  // A rule for any host is served with whichever certificate there is.
  if (host === '') return 'tls'
  const names = entries.flatMap((_, index) => ingress.list('spec', 'tls', index, 'hosts'))
  const isOpen = entries.some(
    (_, index) => ingress.list('spec', 'tls', index, 'hosts').length === 0,
  )
  if (isOpen || names.some(({ value }) => covers(value, host))) return 'tls'
  const isHidden =
    isPlaceholder(host) || entries.some(({ resolved }) => !resolved) || names.some(isUnread)
  return isHidden ? 'unknown' : 'clear'
}

function isUnread({ resolved }: Field): boolean {
  return !resolved
}

function covers(name: unknown, host: string): boolean {
  if (typeof name !== 'string') return false
  if (name.toLowerCase() === host.toLowerCase()) return true
  // A wildcard stands for one label. Source: Kubernetes, Ingress, hostname wildcards.
  return name.startsWith('*.') && host.slice(host.indexOf('.')) === name.slice(1)
}

function endsElsewhere(ingress: Resource, scene: Scene): boolean {
  const name = ingressClass(ingress)
  return (
    (name !== undefined && TLS_CLASSES.has(name)) ||
    INGRESS_TLS_SIGNS.some((sign) => hasSign(ingress, sign)) ||
    'acme.cert-manager.io/http01-solver' in ingress.labels ||
    frontEndsTls(scene)
  )
}

function hasSign({ annotations }: Resource, { annotation, holds }: TlsSign): boolean {
  const value = annotations[annotation]
  return value !== undefined && value !== '' && value.toLowerCase().includes(holds)
}

// A load balancer before the ingress controller that holds the certificates of all hosts.
const frontEndsTls = oncePerScene((scene): boolean =>
  scene.ofKind('Service').some((service) => isIngressFront(service) && endsTls(service)),
)

function isIngressFront(service: Resource): boolean {
  const { name, namespace = '', labels } = service
  const words = [name, namespace, labels['app.kubernetes.io/name'] ?? '']
  return words.some((word) => /ingress|traefik|haproxy|kong|contour/.test(word))
}
