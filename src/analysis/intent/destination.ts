import { groupBy } from '../../base/group.ts'
import { oncePerScene } from '../../model/once-per-scene.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { parseBlock } from '../addresses/cidr.ts'
import { serviceAt } from './services.ts'
import { NEAR_DOMAINS, TOP_LEVEL } from './top-level.data.ts'

/** What a host name means where it is written. */
export type Destination =
  /** A Service, or one pod of a StatefulSet behind it. */
  | { readonly kind: 'service'; readonly service: Resource; readonly set: string | undefined }
  /** A Service that was not read. */
  | { readonly kind: 'elsewhere'; readonly namespace: string; readonly service: string }
  | { readonly kind: 'outside'; readonly host: string; readonly blocks: readonly string[] }
  | { readonly kind: 'apiServer' }
  /** The pod itself, or an address that it listens on. */
  | { readonly kind: 'own' }
  /** A word that names nothing that was read. */
  | { readonly kind: 'nothing' }

const NOTHING: Destination = { kind: 'nothing' }
const OWN: Destination = { kind: 'own' }

/**
 * What `host` means to a pod of `namespace`: `svc`, `svc.ns`, `svc.ns.svc`, `svc.ns.svc.<domain>`, each also with the
 * name of a StatefulSet's pod before it, an address, or a name outside. Source: DNS for Services and Pods, Kubernetes
 * 1.37.
 */
export function destinationOf(host: string, namespace: string, scene: Scene): Destination {
  if (/^\d+\.\d+\.\d+\.\d+$/.test(host)) return addressed(host, scene)
  const labels = host.split('.').filter((label) => label !== '')
  const [first = '', second = '', third] = labels
  if (!labels.every((label) => /^[a-z0-9_](?:[a-z0-9_-]*[a-z0-9])?$/.test(label))) return NOTHING
  if (first === 'localhost' || host.endsWith('.localhost')) return OWN
  if (first === 'kubernetes' && (second === 'default' || labels.length === 1))
    return labels.length === 1 && namespace !== 'default' ? NOTHING : { kind: 'apiServer' }
  const service = serviceNamed(labels, namespace, scene) ?? memberNamed(labels, namespace, scene)
  if (service !== undefined) return service
  if (third === 'svc') return { kind: 'elsewhere', namespace: second, service: first }
  if (labels.length === 1) return NOTHING
  if (labels.length === 2 && isNamespace(second, scene))
    return { kind: 'elsewhere', namespace: second, service: first }
  return isOutside(labels) ? { kind: 'outside', host, blocks: [] } : NOTHING
}

function addressed(address: string, scene: Scene): Destination {
  if (address.startsWith('127.') || address === '0.0.0.0') return OWN
  const service = serviceAt(address, scene)
  if (service !== undefined) return meaning(service, undefined)
  if (parseBlock(address) === undefined) return NOTHING
  return { kind: 'outside', host: address, blocks: [`${address}/32`] }
}

// `svc`, `svc.ns` and what follows with `svc`.
function serviceNamed(
  [name = '', namespace, marker]: readonly string[],
  own: string,
  scene: Scene,
): Destination | undefined {
  if (marker !== undefined && marker !== 'svc') return undefined
  const service = scene.find('Service', namespace ?? own, name)
  return service && meaning(service, undefined)
}

// `set-0.svc`, `set-0.svc.ns` and what follows with `svc`.
function memberNamed(
  [pod = '', name = '', namespace, marker]: readonly string[],
  own: string,
  scene: Scene,
): Destination | undefined {
  const [, set] = /^(.+)-\d+$/.exec(pod) ?? []
  if (set === undefined || (marker !== undefined && marker !== 'svc')) return undefined
  const home = namespace === undefined || namespace === 'svc' ? own : namespace
  const service = scene.find('Service', home, name)
  if (service === undefined || scene.find('StatefulSet', home, set) === undefined) return undefined
  return meaning(service, set)
}

function meaning(service: Resource, set: string | undefined): Destination {
  if (service.get('spec', 'type')?.value !== 'ExternalName')
    return { kind: 'service', service, set }
  const host = service.get('spec', 'externalName')?.value
  return typeof host === 'string' ? { kind: 'outside', host, blocks: [] } : NOTHING
}

function isNamespace(name: string, scene: Scene): boolean {
  return namespacesIn(scene).has(name)
}

const namespacesIn = oncePerScene((scene): ReadonlySet<string> => {
  const homes = groupBy(scene.resources, ({ namespace }) => namespace ?? '')
  return new Set([...homes.keys(), ...scene.ofKind('Namespace').map(({ name }) => name)])
})

// A file or a class has dots as well; the end of a host's name is one that is given out, or a usual one of networks.
function isOutside(labels: readonly string[]): boolean {
  const last = labels.at(-1) ?? ''
  return TOP_LEVEL.has(last) || NEAR_DOMAINS.has(last)
}
