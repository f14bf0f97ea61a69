const LONGEST_ENCODED = 400_000

/** The text that is encoded in `value`, in either alphabet of base64, or undefined when it is none or binary. */
export function decodeBase64(value: string): string | undefined {
  if (value.length > LONGEST_ENCODED || !/^[A-Za-z0-9+/_-]+={0,2}$/.test(value)) return undefined
  const text = Buffer.from(value, 'base64').toString('utf8')
  return text === '' || isBinary(text) ? undefined : text
}

/** As `decodeBase64`, for texts that nobody said to be encoded: only what is long and padded as an encoder does it. */
export function decodeLikelyBase64(value: string): string | undefined {
  // Most texts have a sign within their first characters that no encoded one has.
  if (value.length < 16 || !/^[A-Za-z0-9+/_=\s-]{16}/.test(value)) return undefined
  const packed = value.replaceAll(/\s+/g, '')
  return packed.length >= 16 && packed.length % 4 === 0 ? decodeBase64(packed) : undefined
}

/** Whether a text holds what no text file does: control characters, or bytes that are no UTF-8. */
export function isBinary(text: string): boolean {
  return /[^\t\n\f\r -\ufffc\ufffe\uffff]/.test(text.slice(0, 4096))
}
