import { decodeBase64 } from './base64.ts'
import type { CredentialKind } from './credential.ts'
import { isFiller } from './stand-in.ts'
import { TOKEN_SHAPES } from './token-shapes.data.ts'

// That of an AWS access key and of a Scaleway one.
const SHORTEST_TOKEN = 20

// Most texts hold no sign at all, and one look for all of them is enough.
const ANY_SIGN = new RegExp(
  TOKEN_SHAPES.flatMap(({ signs }) =>
    signs.map((sign) => sign.replaceAll(/[$.*+?{}()|[\]/-]/g, String.raw`\$&`)),
  ).join('|'),
)

// Beyond so many look-alikes of one shape in a text, the rest are of the same making.
const MOST_MATCHES = 20

/** The kind of the first token in `text` that is known by its look. O(characters). */
export function findToken(text: string): CredentialKind | undefined {
  if (text.length < SHORTEST_TOKEN) return undefined
  if (!ANY_SIGN.test(text)) return findJwt(text)
  const shape = TOKEN_SHAPES.find(
    ({ signs, pattern }) =>
      signs.some((sign) => text.includes(sign)) && hasMatch(text, pattern, isGenuine),
  )
  return shape?.kind ?? findJwt(text)
}

/** Whether one of the first matches of `pattern`, a global one, passes `check`. */
export function hasMatch(
  text: string,
  pattern: RegExp,
  check: (match: RegExpExecArray) => boolean,
): boolean {
  let count = 0
  for (const match of text.matchAll(pattern)) {
    if (check(match)) return true
    if (++count === MOST_MATCHES) return false
  }
  return false
}

// Documentation and templates are full of tokens that were made for showing.
function isGenuine([token]: RegExpExecArray): boolean {
  return !/example|redacted|your[-_]/i.test(token) && !isFiller(token.slice(4))
}

const JWT =
  /(?<![A-Za-z0-9_-])(eyJ[A-Za-z0-9_-]{10,2000})\.(eyJ[A-Za-z0-9_-]{10,8000})\.[A-Za-z0-9_-]{16,1500}/g

function findJwt(text: string): CredentialKind | undefined {
  if (!text.includes('eyJ')) return undefined
  let kind: CredentialKind | undefined
  hasMatch(text, JWT, ([, header = '', claims = '']) => {
    kind = kindOfJwt(header, claims)
    return kind !== undefined
  })
  return kind
}

function kindOfJwt(header: string, claims: string): CredentialKind | undefined {
  if (!decodeBase64(header)?.includes('"alg"')) return undefined
  const isOfKubernetes = /kubernetes(?:\.io)?\/|system:serviceaccount:/.test(
    decodeBase64(claims) ?? '',
  )
  return isOfKubernetes ? 'kubernetes-token' : 'jwt'
}
