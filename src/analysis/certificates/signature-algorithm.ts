// Source: RFC 3279, RFC 4055, RFC 5758, RFC 8410 and the names that OpenSSL 3 gives these identifiers.
const NAMES: ReadonlyMap<string, string> = new Map([
  ['1.2.840.113549.1.1.2', 'md2WithRSAEncryption'],
  ['1.2.840.113549.1.1.4', 'md5WithRSAEncryption'],
  ['1.2.840.113549.1.1.5', 'sha1WithRSAEncryption'],
  ['1.2.840.113549.1.1.10', 'rsassaPss'],
  ['1.2.840.113549.1.1.11', 'sha256WithRSAEncryption'],
  ['1.2.840.113549.1.1.12', 'sha384WithRSAEncryption'],
  ['1.2.840.113549.1.1.13', 'sha512WithRSAEncryption'],
  ['1.2.840.113549.1.1.14', 'sha224WithRSAEncryption'],
  ['1.2.840.10040.4.3', 'dsaWithSHA1'],
  ['2.16.840.1.101.3.4.3.2', 'dsa_with_SHA256'],
  ['1.2.840.10045.4.1', 'ecdsa-with-SHA1'],
  ['1.2.840.10045.4.3.1', 'ecdsa-with-SHA224'],
  ['1.2.840.10045.4.3.2', 'ecdsa-with-SHA256'],
  ['1.2.840.10045.4.3.3', 'ecdsa-with-SHA384'],
  ['1.2.840.10045.4.3.4', 'ecdsa-with-SHA512'],
  ['1.3.101.112', 'ED25519'],
  ['1.3.101.113', 'ED448'],
])

const SEQUENCE = 0x30
const OBJECT_IDENTIFIER = 0x06

/** One element of DER: what it is, and where its content begins and ends. */
interface Element {
  readonly tag: number
  readonly start: number
  readonly end: number
}

/**
 * The algorithm by which a certificate (DER, X.509) is signed, as OpenSSL names it; an unknown one by its numbers, and
 * undefined when the bytes are none.
 */
export function signatureAlgorithm(der: Uint8Array): string | undefined {
  const certificate = elementAt(der, 0)
  if (certificate?.tag !== SEQUENCE) return undefined
  // A certificate is what is signed, then the algorithm, then the signature.
  const signed = elementAt(der, certificate.start)
  const algorithm = signed === undefined ? undefined : elementAt(der, signed.end)
  if (algorithm?.tag !== SEQUENCE) return undefined
  const identifier = elementAt(der, algorithm.start)
  if (identifier?.tag !== OBJECT_IDENTIFIER) return undefined
  const numbers = readNumbers(der.subarray(identifier.start, identifier.end))
  return NAMES.get(numbers) ?? numbers
}

function elementAt(der: Uint8Array, offset: number): Element | undefined {
  const tag = der[offset]
  const first = der[offset + 1]
  if (tag === undefined || first === undefined) return undefined
  // Up to 127 the length is one byte; beyond, that byte tells how many bytes the length has.
  const count = first < 0x80 ? 0 : first - 0x80
  const start = offset + 2 + count
  const length =
    count === 0 ? first : der.subarray(offset + 2, start).reduce((sum, byte) => sum * 256 + byte, 0)
  const end = start + length
  return end > der.length ? undefined : { tag, start, end }
}

function readNumbers(bytes: Uint8Array): string {
  const numbers: number[] = []
  let current = 0
  for (const byte of bytes) {
    current = current * 128 + (byte % 128)
    if (byte < 128) {
      numbers.push(current)
      current = 0
    }
  }
  // The first two numbers share one: 40 times the first, plus the second.
  const [first = 0, ...rest] = numbers
  const top = Math.min(Math.floor(first / 40), 2)
  return [top, first - top * 40, ...rest].join('.')
}
