import { createHash } from 'node:crypto'
import { bytesOf } from '../template/bytes.ts'
import type { Call, GoFunction } from '../template/run.ts'
import { spend } from '../template/run.ts'
import { give } from '../template/trouble.ts'
import { goObject, type GoObject } from '../template/value.ts'
import { fixed, intAt, ofText, textAt, variadic } from './arguments.ts'

// Made when the chart is installed: nobody has them yet, so they must not look like a key that was committed.
const DRAWN = '${drawn when it is installed}'
const PRIVATE_KEY = `-----BEGIN RSA PRIVATE KEY-----\n${DRAWN}\n-----END RSA PRIVATE KEY-----\n`
const CERTIFICATE = `-----BEGIN CERTIFICATE-----\n${DRAWN}\n-----END CERTIFICATE-----\n`

/**
 * Functions of sums and secrets. What Sprig draws by lot is the same each time here, so that a rendering is: no such
 * value may be mistaken for a secret, so all of them are recognisable.
 */
export const SECRETS: Readonly<Record<string, GoFunction>> = {
  sha1sum: ofText((text) => sum('sha1', text)),
  sha256sum: ofText((text) => sum('sha256', text)),
  sha512sum: ofText((text) => sum('sha512', text)),
  adler32sum: ofText((text) => String(adler32(bytesOf(text)))),
  randAlphaNum: fixed(1, (call) => drawn(call, 'x')),
  randAlpha: fixed(1, (call) => drawn(call, 'x')),
  randAscii: fixed(1, (call) => drawn(call, 'x')),
  randNumeric: fixed(1, (call) => drawn(call, '0')),
  randBytes: fixed(1, (call) => Buffer.from(drawn(call, 'x')).toString('base64')),
  shuffle: ofText((text) => text),
  uuidv4: fixed(0, () => '00000000-0000-4000-8000-000000000000'),
  bcrypt: fixed(1, (call) => hashOf(textAt(call, 0))),
  htpasswd: fixed(2, (call) => `${textAt(call, 0)}:${hashOf(textAt(call, 1))}`),
  derivePassword: fixed(5, (call) => 'x'.repeat(textAt(call, 1) === 'pin' ? 4 : 20)),
  encryptAES: fixed(2, (call) =>
    Buffer.from('x'.repeat(textAt(call, 1).length)).toString('base64'),
  ),
  decryptAES: fixed(2, () => give('decryptAES is not carried out: no secret is opened')),
  genPrivateKey: fixed(1, () => PRIVATE_KEY),
  genCA: fixed(2, certificate),
  genCAWithKey: fixed(3, certificate),
  genSelfSignedCert: fixed(4, certificate),
  genSelfSignedCertWithKey: fixed(5, certificate),
  genSignedCert: fixed(5, certificate),
  genSignedCertWithKey: fixed(6, certificate),
  buildCustomCert: variadic(2, certificate),
}

function sum(algorithm: string, text: string): string {
  return createHash(algorithm).update(bytesOf(text)).digest('hex')
}

function adler32(bytes: Buffer): number {
  let low = 1
  let high = 0
  for (const byte of bytes) {
    low = (low + byte) % 65_521
    high = (high + low) % 65_521
  }
  return high * 65_536 + low
}

function drawn(call: Call, char: string): string {
  const count = intAt(call, 0)
  if (count < 0) return ''
  spend(call.frame.run, count)
  return char.repeat(count)
}

function hashOf(password: string): string {
  return `$2a$10$${sum('sha256', password).slice(0, 53)}`
}

function certificate(): GoObject {
  return goObject('sprig.certificate', `{${CERTIFICATE} ${PRIVATE_KEY}}`, {
    Cert: CERTIFICATE,
    Key: PRIVATE_KEY,
  })
}
