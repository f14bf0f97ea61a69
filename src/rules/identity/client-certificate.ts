import { readCertificates } from '../../analysis/certificates/read-certificate.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** Whom a client certificate stands for: its common name is the user, its organisations are the groups. */
export interface CertificateSubject {
  readonly user: string
  readonly groups: readonly string[]
  /** The last day on which it is taken, ISO 8601. */
  readonly lastDay: string
  /** How long it is taken in all. */
  readonly days: number
}

/** Whom the certificate in base64 (`client-certificate-data`) stands for; undefined when it is none. Throws nothing. */
export function certificateSubject(encoded: unknown): CertificateSubject | undefined {
  if (typeof encoded !== 'string') return undefined
  const [certificate] = readCertificates(Buffer.from(encoded, 'base64').toString('latin1'))
  if (certificate === undefined) return undefined
  const { subject, notBefore, notAfter } = certificate
  const attributes = subject.split('\n')
  return {
    user: valuesOf('CN', attributes).at(-1) ?? '',
    groups: valuesOf('O', attributes),
    lastDay: notAfter.slice(0, 'YYYY-MM-DD'.length),
    days: (Date.parse(notAfter) - Date.parse(notBefore)) / DAY_MS,
  }
}

/**
 * Whether a signing request in base64 (`spec.request`) is for a part of the cluster: the names that Kubernetes keeps for
 * these stand as they are among the bytes of the request.
 */
export function isForComponent(encoded: unknown): boolean {
  if (typeof encoded !== 'string') return false
  const pem = Buffer.from(encoded, 'base64').toString('latin1')
  const body = pem.replaceAll(/-----[A-Z ]{1,40}-----/g, '')
  return Buffer.from(body, 'base64').toString('latin1').includes('system:')
}

// One attribute a line, `CN=jane`; several of one entry are joined by a plus sign.
function valuesOf(key: string, attributes: readonly string[]): readonly string[] {
  return attributes
    .flatMap((line) => line.split('+'))
    .filter((attribute) => attribute.startsWith(`${key}=`))
    .map((attribute) => attribute.slice(key.length + 1))
}
