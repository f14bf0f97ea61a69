import { readCertificates, type Certificate } from '../../analysis/certificates/read-certificate.ts'
import type { Resource } from '../../model/resource.ts'
import { isTended, typeOf } from './secret-kind.ts'
import { decodedMember } from './secret-values.ts'

const known = new WeakMap<Resource, Certificate | undefined>()

/**
 * The certificate that a TLS Secret serves: the first of `tls.crt`. Undefined when there is none that can be read, and
 * when a controller renews it.
 */
export function servedCertificate(secret: Resource): Certificate | undefined {
  if (known.has(secret)) return known.get(secret)
  const isServed = typeOf(secret) === 'kubernetes.io/tls' && !isTended(secret)
  const [certificate] = isServed ? readCertificates(decodedMember(secret, 'tls.crt') ?? '') : []
  known.set(secret, certificate)
  return certificate
}

/** Where the certificate of a TLS Secret is written. */
export function certificateField(secret: Resource): readonly [string, string] {
  return [secret.get('stringData', 'tls.crt') === undefined ? 'data' : 'stringData', 'tls.crt']
}

const DAY_MS = 86_400_000

/** Whole days from one ISO 8601 time to another; negative when it lies before. */
export function daysBetween(from: string, until: string): number {
  return Math.floor((Date.parse(until) - Date.parse(from)) / DAY_MS)
}
