import { isInteger } from './resolve-number.ts'
import { resolvePlain, type Scalar } from './resolve-scalar.ts'

const STANDARD = 'tag:yaml.org,2002:'
const TIMESTAMP =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt]\d{1,2}:\d{1,2}:\d{1,2}(?:\.\d+)?(?:Z|[-+]\d\d:\d\d)| \d{1,2}:\d{1,2}:\d{1,2}(?:\.\d+)?)?$/

/**
 * What Kubernetes makes of a scalar with a tag in its long form, or undefined where it refuses because the text is not
 * of the type that the tag promises. Tags it does not know leave the text as it is.
 */
export function resolveTagged(tag: string, text: string): Scalar | undefined {
  switch (tag.startsWith(STANDARD) ? tag.slice(STANDARD.length) : '') {
    case 'null':
      return resolvePlain(text) === null ? null : undefined
    case 'bool':
      return booleanIn(text)
    case 'int':
      return isInteger(text) ? resolvePlain(text) : undefined
    case 'float':
      return floatIn(text)
    case 'timestamp':
      return isTimestamp(text) ? text : undefined
    case 'binary':
      return binaryIn(text)
    default:
      return text
  }
}

function booleanIn(text: string): boolean | undefined {
  const scalar = resolvePlain(text)
  return typeof scalar === 'boolean' ? scalar : undefined
}

function floatIn(text: string): number | undefined {
  const scalar = resolvePlain(text)
  if (typeof scalar === 'number') return scalar
  return typeof scalar === 'bigint' && scalar < 2n ** 63n ? Number(scalar) : undefined
}

function isTimestamp(text: string): boolean {
  const [, year, month, day] = TIMESTAMP.exec(text) ?? []
  if (year === undefined) return false
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
}

function binaryIn(text: string): string | undefined {
  const packed = text.replaceAll('\n', '').replaceAll('\r', '')
  const bytes = Buffer.from(packed, 'base64')
  return bytes.toString('base64') === packed ? bytes.toString('utf8') : undefined
}
