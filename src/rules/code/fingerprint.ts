// Of a key (SHA-1 or its end) or of a file (MD5 to SHA-512), in hexadecimal.
const FINGERPRINT =
  /\b(?:0x)?(?:[0-9A-Fa-f]{128}|[0-9A-Fa-f]{96}|[0-9A-Fa-f]{64}|[0-9A-Fa-f]{40}|[0-9A-Fa-f]{32}|[0-9A-Fa-f]{16})\b/
const TELLING =
  /gpg|pgp|recv|fingerprint|keyserver|sign|sha\d|sha_|shasum|checksum|digest|md5|hash|commit|rev\b/i

/** Whether a text is the fingerprint of a public key or of a file, as what is said around it tells: no credential. */
export function isFingerprint(text: string, around: string): boolean {
  return FINGERPRINT.test(text) && TELLING.test(around)
}
