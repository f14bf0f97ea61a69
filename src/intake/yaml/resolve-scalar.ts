import { floatKey, isInteger, resolveDotted, resolveNumber } from './resolve-number.ts'

/** What a scalar can be. Integers beyond 2^53 are bigint, so that none is rounded; the caller must not JSON them blindly. */
export type Scalar = string | number | bigint | boolean | null

// YAML 1.1 as Kubernetes' reader has it, one-letter booleans included.
const WORDS: ReadonlyMap<string, Scalar> = new Map<string, Scalar>([
  ...words(true, 'y Y yes Yes YES true True TRUE on On ON'),
  ...words(false, 'n N no No NO false False FALSE off Off OFF'),
  ...words(null, '~ null Null NULL'),
  ...words(Number.NaN, '.nan .NaN .NAN'),
  ...words(Number.POSITIVE_INFINITY, '.inf .Inf .INF +.inf +.Inf +.INF'),
  ...words(Number.NEGATIVE_INFINITY, '-.inf -.Inf -.INF'),
  ['', null],
])
const LONGEST_WORD = 5

/** What Kubernetes makes of a plain scalar without a tag. */
export function resolvePlain(text: string): Scalar {
  if (text.length <= LONGEST_WORD) {
    const word = WORDS.get(text)
    if (word !== undefined) return word
  }
  const first = text.charCodeAt(0)
  if (first === 46) return resolveDotted(text) ?? text
  if ((first >= 48 && first <= 57) || first === 45 || first === 43)
    return resolveNumber(text) ?? text
  return text
}

/**
 * The key that Kubernetes makes of a scalar whose text is `text`, or undefined where it refuses: null, and integers
 * that only fit without a sign.
 */
export function keyOf(scalar: Scalar, text: string): string | undefined {
  switch (typeof scalar) {
    case 'string':
      return scalar
    case 'number':
      return isInteger(text) ? String(scalar) : floatKey(scalar)
    case 'bigint':
      return scalar < 2n ** 63n ? String(scalar) : undefined
    case 'boolean':
      return String(scalar)
    default:
      return undefined
  }
}

function words(value: Scalar, list: string): readonly (readonly [string, Scalar])[] {
  return list.split(' ').map((word) => [word, value] as const)
}
