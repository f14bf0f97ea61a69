import type { Certificate } from '../../analysis/certificates/read-certificate.ts'
import type { Json } from '../../model/edit.ts'
import type { Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'
import { daysBetween } from './certificate-texts.ts'
import { isPublicHost } from './public-host.ts'

// Source: NIST SP 800-57 part 1, revision 5, and the Baseline Requirements of the CA/Browser Forum, 6.1.5.
const LEAST_RSA_BITS = 2048

// Browsers refuse public certificates that are valid for longer. Source: Baseline Requirements 6.3.2; from 2026-03-15
// on authorities may issue 200 days only, older ones run on.
const LONGEST_DAYS = 398

/** Why a served certificate is weak, for the end of a sentence, or undefined when it is not. */
export function weaknessOf(certificate: Certificate): string | undefined {
  const { keyType, keyBits = Infinity, signatureAlgorithm = '' } = certificate
  if (keyType === 'rsa' && keyBits < LEAST_RSA_BITS) return `has an RSA key of ${keyBits} bits only`
  if (keyType === 'dsa') return 'has a DSA key, which nothing takes any more'
  // Nobody checks the signature that a root puts under its own name.
  if (/sha1|md5|md2/i.test(signatureAlgorithm) && !certificate.isSelfSigned) {
    return `is signed with ${/md/i.test(signatureAlgorithm) ? 'MD5' : 'SHA-1'}, which can be forged`
  }
  const days = daysBetween(certificate.notBefore, certificate.notAfter)
  const isPublic =
    certificate.dnsNames.some(isPublicHost) && !certificate.isSelfSigned && !certificate.isCa
  return isPublic && days > LONGEST_DAYS
    ? `is valid for ${days} days, longer than browsers take from public authorities`
    : undefined
}

/** What a cert-manager Certificate asks for that is weak, and what to ask for instead. */
export interface WeakRequest {
  readonly place: Place
  readonly reason: string
  readonly better: Json
}

/** What is weak about what a cert-manager Certificate asks for. */
export function weakRequests(certificate: Resource): readonly WeakRequest[] {
  const rotation = certificate.get('spec', 'privateKey', 'rotationPolicy')
  const size = certificate.get('spec', 'privateKey', 'size')
  const algorithm = certificate.get('spec', 'privateKey', 'algorithm')?.value ?? 'RSA'
  const requests: WeakRequest[] = []
  if (rotation?.value === 'Never') {
    requests.push({
      place: rotation.place,
      reason: 'keeps one private key for ever',
      better: 'Always',
    })
  }
  if (size !== undefined && algorithm === 'RSA' && Number(size.value) < LEAST_RSA_BITS) {
    const reason = `asks for an RSA key of fewer than ${LEAST_RSA_BITS} bits`
    requests.push({ place: size.place, reason, better: LEAST_RSA_BITS })
  }
  return requests
}
