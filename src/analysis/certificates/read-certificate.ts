import { X509Certificate, type KeyObject } from 'node:crypto'
import { signatureAlgorithm } from './signature-algorithm.ts'

/** What a certificate says. Names are distinguished names with one attribute a line, as OpenSSL orders them. */
export interface Certificate {
  readonly subject: string
  readonly issuer: string
  /** ISO 8601, UTC. */
  readonly notBefore: string
  /** ISO 8601, UTC. Its last second is the certificate's last. */
  readonly notAfter: string
  /** `rsa`, `ec`, `ed25519` and so on; undefined when the key cannot be read. */
  readonly keyType: string | undefined
  /** The size of the key; undefined for keys that have but one size, and for curves nobody should use. */
  readonly keyBits: number | undefined
  /** As OpenSSL names it: `sha256WithRSAEncryption`. */
  readonly signatureAlgorithm: string | undefined
  readonly isSelfSigned: boolean
  readonly isCa: boolean
  readonly dnsNames: readonly string[]
}

const BEGIN = '-----BEGIN CERTIFICATE-----'
const END = '-----END CERTIFICATE-----'

const CURVE_BITS: ReadonlyMap<string, number> = new Map([
  ['prime256v1', 256],
  ['secp224r1', 224],
  ['secp256k1', 256],
  ['secp384r1', 384],
  ['secp521r1', 521],
])

/**
 * The certificates of a PEM text, in its order. What is no certificate (keys, comments) is left out, and so is one that
 * cannot be read: an empty answer to a text that is not empty means that nothing was understood. Throws nothing.
 */
export function readCertificates(pem: string): readonly Certificate[] {
  const certificates: Certificate[] = []
  let begin = pem.indexOf(BEGIN)
  while (begin !== -1) {
    const end = pem.indexOf(END, begin)
    if (end === -1) break
    const certificate = readCertificate(pem.slice(begin, end + END.length))
    if (certificate !== undefined) certificates.push(certificate)
    begin = pem.indexOf(BEGIN, end)
  }
  return certificates
}

function readCertificate(block: string): Certificate | undefined {
  try {
    return describe(new X509Certificate(block))
  } catch {
    // OpenSSL throws at what is no certificate; the caller counts what was read.
    return undefined
  }
}

function describe(certificate: X509Certificate): Certificate {
  const key = publicKeyOf(certificate)
  return {
    subject: certificate.subject,
    issuer: certificate.issuer,
    notBefore: new Date(certificate.validFrom).toISOString(),
    notAfter: new Date(certificate.validTo).toISOString(),
    keyType: key?.asymmetricKeyType,
    keyBits: key === undefined ? undefined : bitsOf(key),
    signatureAlgorithm: signatureAlgorithm(certificate.raw),
    isSelfSigned: certificate.checkIssued(certificate),
    isCa: certificate.ca,
    dnsNames: dnsNamesIn(certificate.subjectAltName ?? ''),
  }
}

function publicKeyOf(certificate: X509Certificate): KeyObject | undefined {
  try {
    return certificate.publicKey
  } catch {
    // A key of a kind that this OpenSSL does not know; the rest of the certificate is still worth telling.
    return undefined
  }
}

function bitsOf(key: KeyObject): number | undefined {
  const { modulusLength, namedCurve } = key.asymmetricKeyDetails ?? {}
  return modulusLength ?? CURVE_BITS.get(namedCurve ?? '')
}

// Node writes `DNS:a.example, IP Address:192.0.2.1`, and puts a name that holds such marks itself in quotes.
function dnsNamesIn(alternatives: string): readonly string[] {
  return [...alternatives.matchAll(/(?:^|, )DNS:([^",]+)/g)].map(([, name]) => name ?? '')
}
