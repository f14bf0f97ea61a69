import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  createHash,
  type KeyObject,
} from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Fault } from '../../base/fault.ts'
import { fail, succeed, type Result } from '../../base/result.ts'

/** A pair of Ed25519 keys as texts: PKCS #8 and SPKI in PEM, as openssl writes them. */
export interface KeyTexts {
  readonly secret: string
  readonly open: string
}

/** Makes a new pair of keys. */
export function makeKeys(): KeyTexts {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
  return { secret: privateKey, open: publicKey }
}

/** Reads the key that bundles are signed with: an Ed25519 key, PKCS #8 in PEM. */
export function readSigningKey(path: string): Result<KeyObject> {
  return readKey(path, {
    read: createPrivateKey,
    remedy: 'portolan db key FILE makes one, and so does openssl genpkey -algorithm ed25519.',
  })
}

/** Reads the key that a signature is checked with: the public half, SPKI in PEM. */
export function readCheckingKey(path: string): Result<KeyObject> {
  return readKey(path, {
    // A secret key would do as well, but has no business on this machine.
    read: (text) => (isSecret(text) ? undefined : createPublicKey(text)),
    remedy: 'It takes the file FILE.pub that portolan db key FILE wrote beside the secret key.',
  })
}

/** What a public key is called: SHA-256 over its SPKI bytes, the first 16 digits. */
export function nameOfKey(key: KeyObject): string {
  const open = key.type === 'private' ? createPublicKey(key) : key
  const bytes = open.export({ type: 'spki', format: 'der' })
  return createHash('sha256').update(bytes).digest('hex').slice(0, NAME_DIGITS)
}

const NAME_DIGITS = 16

interface Reading {
  readonly read: (text: string) => KeyObject | undefined
  readonly remedy: string
}

function readKey(path: string, { read, remedy }: Reading): Result<KeyObject> {
  try {
    const key = read(readFileSync(path, 'utf8'))
    if (key?.asymmetricKeyType === 'ed25519') return succeed(key)
    return fail({ ...wrongKey(path), remedy })
  } catch (error) {
    // Of the system: the file is missing. Of node:crypto: it is no key, or one behind a password.
    if (error instanceof Error && 'code' in error) return fail({ ...wrongKey(path), remedy })
    throw error
  }
}

function isSecret(text: string): boolean {
  return text.includes('PRIVATE KEY')
}

function wrongKey(path: string): Omit<Fault, 'remedy'> {
  return {
    code: 'ADVISORIES_KEY',
    at: path,
    message: 'It is no Ed25519 key of the kind that is needed, or cannot be read.',
  }
}
