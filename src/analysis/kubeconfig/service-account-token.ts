import { memberOf } from '../../model/part.ts'

/** What a token says of itself; nobody vouches for it, as the signature is not checked. */
export interface TokenClaims {
  /** The user it speaks for: `system:serviceaccount:NS:NAME` for an account. */
  readonly user: string | undefined
  /** The day after which no API server takes it (ISO 8601); undefined when it never ends. */
  readonly lastDay: string | undefined
}

/** The claims of a JSON Web Token, or undefined for any other text. Throws nothing. */
export function claimsOf(token: string): TokenClaims | undefined {
  const [, payload, signature] = token.split('.')
  if (payload === undefined || signature === undefined) return undefined
  const claims = parsed(Buffer.from(payload, 'base64url').toString('utf8'))
  if (claims === undefined) return undefined
  const user = memberOf(claims, 'sub')
  return {
    user: typeof user === 'string' ? user : undefined,
    lastDay: dayOf(memberOf(claims, 'exp')),
  }
}

// Seconds since 1970; what is no date that can be written ends never.
function dayOf(seconds: unknown): string | undefined {
  if (typeof seconds !== 'number' || seconds < 0 || seconds > LAST_SECOND) return undefined
  return new Date(seconds * 1000).toISOString().slice(0, 'YYYY-MM-DD'.length)
}

// 9999-12-31: later years have five digits and would sort before the others.
const LAST_SECOND = 253_402_300_799

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Most texts with two dots are no tokens.
    return undefined
  }
}
