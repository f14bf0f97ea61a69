import { oncePerScene } from '../../model/once-per-scene.ts'
import type { Scene } from '../../model/scene.ts'
import { CLEAR_SCHEMES, NO_PLACES } from './clear-schemes.data.ts'

/** Where the host of a URL is: on the same machine, in the cluster or on one's own networks, outside; or unknown. */
type Whereabouts = 'own' | 'near' | 'outside' | 'unknown'

/** A URL that speaks in clear to another machine. Holds nothing of its user, password, path or query. */
export interface ClearLink {
  readonly scheme: string
  readonly title: string
  readonly host: string
  readonly whereabouts: Exclude<Whereabouts, 'own'>
}

const LONGEST_TEXT = 100_000
const LONGEST_HOST = 60

// Bounded on both sides, so that no text makes it slow.
const URL = /\b([a-z][a-z0-9+_-]{1,15}):\/\/([^\s"'`<>|\\]{1,400})/gi

const NEAR =
  /(?:^|\.)(?:svc|local|localdomain|internal|intranet|corp|lan|home|private|arpa|consul)$|^(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./

const OWN = /(?:^|\.)localhost$|^127\.|^0\.0\.0\.0$|^::1?$|^host\.docker\.internal$/

/**
 * The URLs of a text that speak in clear to another machine. Plain http between neighbours is left out unless it
 * carries a password: it is nobody's or the mesh's job. O(characters).
 */
export function clearLinks(text: string, scene: Scene): readonly ClearLink[] {
  // Most values hold no URL at all.
  if (!text.includes('://')) return NO_LINKS
  const known = linksIn(scene).get(text)
  if (known !== undefined) return known
  const links = readLinks(text, scene)
  linksIn(scene).set(text, links)
  return links
}

// Copies of a workload say the same.
const linksIn = oncePerScene(() => new Map<string, readonly ClearLink[]>())

function readLinks(text: string, scene: Scene): readonly ClearLink[] {
  return [...text.slice(0, LONGEST_TEXT).matchAll(URL)].flatMap(
    ([, scheme = '', rest = '']) => linkOf(scheme.toLowerCase(), rest, scene) ?? [],
  )
}

const NO_LINKS: readonly ClearLink[] = []

function linkOf(scheme: string, rest: string, scene: Scene): ClearLink | undefined {
  const known = CLEAR_SCHEMES.get(scheme)
  if (known === undefined || asksForTls(scheme, rest)) return undefined
  const authority = rest.split(/[/?#]/, 1)[0] ?? ''
  const at = authority.lastIndexOf('@')
  const hasPassword = authority.slice(0, Math.max(at, 0)).includes(':')
  const host = hostOf(authority.slice(at + 1))
  const whereabouts = whereaboutsOf(host, scene)
  if (whereabouts === 'own' || NO_PLACES.test(host)) return undefined
  if (known.isCommon === true && whereabouts !== 'outside' && !hasPassword) return undefined
  return { scheme, title: known.title, host: host.slice(0, LONGEST_HOST), whereabouts }
}

function asksForTls(scheme: string, rest: string): boolean {
  // Mail is handed over on port 587 with STARTTLS.
  if (scheme === 'smtp') return /:587\b/.test(rest)
  return scheme === 'mongodb' && /[?&](?:tls|ssl)=(?:true|false)/i.test(rest)
}

function hostOf(authority: string): string {
  if (authority.startsWith('[')) return authority.slice(1).split(']', 1)[0] ?? ''
  // The host list of a cluster is told by its first host.
  const [first = ''] = authority.split(',')
  return (first.split(':', 1)[0] ?? '').toLowerCase()
}

function whereaboutsOf(host: string, scene: Scene): Whereabouts {
  if (host === '' || host === '*' || OWN.test(host)) return 'own'
  if (/[^a-z0-9._-]/.test(host) || !/[a-z0-9]/.test(host)) return 'unknown'
  const labels = host.split('.')
  const last = labels.at(-1) ?? ''
  const service = serviceOf(labels, scene)
  if (service !== undefined) return service
  if (labels.length === 1 || NEAR.test(host) || host.endsWith('.cluster.local')) return 'near'
  if (/^\d+$/.test(last)) return 'outside'
  // "redis.data" is a Service and its namespace; "shop.com" is not.
  const isName = labels.length === 2 && (namespacesOf(scene).has(last) || !TOP_LEVEL.has(last))
  return isName ? 'near' : 'outside'
}

function serviceOf(labels: readonly string[], scene: Scene): 'outside' | undefined {
  const [name = '', namespace = ''] = labels
  const service = scene.find('Service', namespace, name)
  return service?.get('spec', 'type')?.value === 'ExternalName' ? 'outside' : undefined
}

const TOP_LEVEL: ReadonlySet<string> = new Set(
  'com org net io dev app cloud ai co me tv info biz tech online shop eu fr de uk ch at be nl lu it es pt pl se no fi dk ie cz us ca br mx au jp cn in ru example'.split(
    ' ',
  ),
)

const namespacesOf = oncePerScene(
  (scene): ReadonlySet<string> =>
    new Set(
      scene.resources.map(({ type, name, namespace }) =>
        type === 'Namespace' ? name : (namespace ?? ''),
      ),
    ),
)
