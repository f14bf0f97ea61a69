import { readCertificates } from '../../analysis/certificates/read-certificate.ts'
import type { Path } from '../../model/document.ts'
import { setField, type Edit } from '../../model/edit.ts'
import type { Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { certificateFor, INJECT, isInjected, isRewritten } from './ca-injection.ts'

/** What is wrong with the authority that the API server trusts behind a `clientConfig`. `reason` ends a sentence. */
export interface BundleFault {
  readonly place: Place
  readonly reason: string
  readonly sure: boolean
}

/** A `clientConfig` and the object that holds it, whose kind the API names `plural`. */
export interface Client {
  readonly owner: Resource
  readonly path: Path
  readonly plural: string
}

// Room for a person to renew a certificate that nothing renews.
const NEAR_END_DAYS = 30
const DAY_MS = 86_400_000

/**
 * What is wrong with the certificates that a client of the API server trusts: none, none that can be read, or none that
 * holds for another month. Undefined where another program writes them.
 */
export function bundleFault(client: Client, scene: Scene): BundleFault | undefined {
  const { owner, path } = client
  if (isInjected(owner)) return undefined
  const bundle = owner.get(...path, 'caBundle')
  const place = owner.at(...path, 'caBundle')
  if (bundle?.resolved === false)
    return { place, reason: 'an unrendered template decides', sure: false }
  const text = typeof bundle?.value === 'string' ? decode(bundle.value) : ''
  if (text.trim() !== '') {
    const reason = faultIn(text, scene.today)
    return reason === undefined ? undefined : { place, reason, sure: true }
  }
  // Public authorities vouch for a URL, never for a Service. Operators often write their own authority at their start.
  if (owner.get(...path, 'service') === undefined || isRewritten(client.plural, scene))
    return undefined
  const certificate = certificateOf(client, scene)
  return certificate === undefined
    ? { place, reason: 'caBundle is empty, and nothing that was read fills it in', sure: false }
    : {
        place,
        reason: `caBundle is empty, though Certificate ${certificate} is made for it`,
        sure: true,
      }
}

/** Has cert-manager fill in the authority, when a Certificate of the estate is made for the Service. */
export function injectCertificate(client: Client, scene: Scene): readonly Edit[] {
  const certificate = certificateOf(client, scene)
  if (certificate === undefined) return []
  return [setField(client.owner, ['metadata', 'annotations', INJECT], certificate)]
}

function certificateOf({ owner, path }: Client, scene: Scene): string | undefined {
  const service = owner.get(...path, 'service', 'name')?.value
  const namespace = owner.get(...path, 'service', 'namespace')?.value
  if (typeof service !== 'string' || typeof namespace !== 'string') return undefined
  return certificateFor(namespace, service, scene)
}

function faultIn(text: string, today: string): string | undefined {
  const ends = readCertificates(text).map(({ notAfter }) => notAfter)
  const last = ends.toSorted().at(-1)
  if (last === undefined) return 'caBundle holds no certificate that can be read'
  const days = (Date.parse(last) - Date.parse(today)) / DAY_MS
  const day = last.slice(0, 10)
  if (days < 0) return `the last certificate of caBundle ended on ${day}`
  return days < NEAR_END_DAYS ? `the last certificate of caBundle ends on ${day}` : undefined
}

function decode(base64: string): string {
  return Buffer.from(base64, 'base64').toString('latin1')
}
