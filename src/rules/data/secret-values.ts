import { decodeBase64 } from '../../analysis/secrets/base64.ts'
import type { Credential } from '../../analysis/secrets/credential.ts'
import { findCredential } from '../../analysis/secrets/find-credential.ts'
import { isMapping } from '../../model/part.ts'
import type { Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'

/** A member of a Secret that opens something. */
export interface SecretValue {
  readonly section: 'data' | 'stringData'
  readonly key: string
  readonly place: Place
  /** The value as programs get it. For comparing only: no message may hold it. */
  readonly text: string
  readonly credential: Credential
}

const known = new WeakMap<Resource, readonly SecretValue[]>()

/**
 * The members of a Secret that are real: neither public (certificates, user names, addresses) nor stand-ins for what
 * another program puts there. None when the Secret is encrypted. O(characters), once for each Secret.
 */
export function secretValues(secret: Resource): readonly SecretValue[] {
  const found =
    known.get(secret) ??
    (isEncrypted(secret) ? [] : [...inSection(secret, 'data'), ...inSection(secret, 'stringData')])
  known.set(secret, found)
  return found
}

/** The text of a member of `data`, or undefined when it is none. */
export function decodedMember(secret: Resource, key: string): string | undefined {
  const plain = secret.get('stringData', key)?.value
  if (typeof plain === 'string') return plain
  const encoded = secret.get('data', key)?.value
  return typeof encoded === 'string' ? decodeBase64(encoded.replaceAll(/\s/g, '')) : undefined
}

/** Whether SOPS encrypted a Secret in its file. */
function isEncrypted(secret: Resource): boolean {
  return secret.get('sops', 'mac') !== undefined
}

function inSection(secret: Resource, section: SecretValue['section']): readonly SecretValue[] {
  const members = secret.get(section)?.value
  if (!isMapping(members)) return []
  return Object.entries(members).flatMap(([key, value]) => {
    if (typeof value !== 'string') return []
    const text = section === 'data' ? decoded(value) : value
    const credential = findCredential(text, { name: key, keptIn: 'secret' })
    if (credential === undefined) return []
    return [{ section, key, place: secret.at(section, key), text, credential }]
  })
}

// What is no base64 is a placeholder, or plain text that somebody put into the wrong section.
function decoded(value: string): string {
  const packed = value.replaceAll(/\s/g, '')
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(packed)) return value
  // Bytes are read one for one: a key of 32 random bytes is no text, and a secret all the same.
  return (
    decodeBase64(packed) ??
    (packed.length >= 16 ? Buffer.from(packed, 'base64').toString('hex') : '')
  )
}
