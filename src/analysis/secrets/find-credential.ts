import { findInAddress } from './addresses.ts'
import { decodeLikelyBase64, isBinary } from './base64.ts'
import type { Credential, CredentialKind, ValueContext } from './credential.ts'
import { isKey, isLocation, isPassword, isRandom, isWordy } from './credible.ts'
import { gradeName, isAboutWords, wordsOf } from './setting-name.ts'
import { settingsInJson } from './settings-in-json.ts'
import { settingsIn, unquoted, type Setting } from './settings-in-text.ts'
import { isStandIn } from './stand-in.ts'
import { findToken } from './token.ts'

const LONGEST_VALUE = 400_000
const LONGEST_LINE = 4_000
const DEEPEST_ENCODING = 2

/**
 * The first credential in `value`, or undefined when it holds none. Looks for tokens by their look, for passwords in
 * addresses, for values that a name betrays, line by line in files, and through base64. The answer never holds the
 * value. O(characters); throws nothing.
 */
export function findCredential(value: string, context: ValueContext): Credential | undefined {
  return findIn(value.slice(0, LONGEST_VALUE), context, 0)
}

function findIn(value: string, context: ValueContext, depth: number): Credential | undefined {
  const text = value.trim()
  if (text === '' || isTame(text, context) || isBinary(text)) return undefined
  const token = findToken(text)
  if (token !== undefined) return { kind: token, setting: undefined }
  const isFile = /[\r\n]/.test(text) || /^[[{<]/.test(text)
  return isFile ? findInFile(text, context, depth) : findInLine(text, context, depth)
}

// Most settings and most words of a script are short and promise nothing. Without these signs there is neither a file nor
// an address with a password in them, and less than this is neither a token nor base64.
const SHORTEST_ENCODED = 16
const PROMISING = /[@=\r\n]|^[[{<]/

function isTame(text: string, { name, keptIn }: ValueContext): boolean {
  return (
    text.length < SHORTEST_ENCODED &&
    keptIn === 'open' &&
    !PROMISING.test(text) &&
    !TELLING.test(text) &&
    (name === undefined || !TELLING.test(name))
  )
}

function findInLine(text: string, context: ValueContext, depth: number): Credential | undefined {
  const value = unquoted(text)
  const kind = findInAddress(value) ?? kindByName(value, context)
  if (kind !== undefined) return { kind, setting: undefined }
  const inside = findInSettings(text, context) ?? findInEncoded(value, context, depth)
  if (inside !== undefined) return inside
  const isHere = context.keptIn === 'secret' && isHidden(value, context.name)
  return isHere ? { kind: 'secret', setting: undefined } : undefined
}

function findInFile(text: string, context: ValueContext, depth: number): Credential | undefined {
  for (const line of text.split('\n')) {
    const kind = findInAddress(line.slice(0, LONGEST_LINE))
    if (kind !== undefined) return { kind, setting: undefined }
  }
  return findInSettings(text, context) ?? findInEncoded(text, context, depth)
}

function findInSettings(text: string, context: ValueContext): Credential | undefined {
  if (!TELLING.test(text) || isAboutWords(context.name ?? '')) return undefined
  for (const setting of settingsInJson(text) ?? settingsIn(text)) {
    const kind = kindOfSetting(setting, context)
    if (kind !== undefined) return { kind, setting: printableName(setting.name) }
  }
  return undefined
}

// A name in a file may be anything; what is no plain name is not worth the risk of printing it.
function printableName(name: string): string | undefined {
  const last = name.slice(name.lastIndexOf(' ') + 1)
  return /^[A-Za-z][\w.:/-]{0,59}$/.test(last) && findToken(last) === undefined ? last : undefined
}

function findInEncoded(text: string, context: ValueContext, depth: number): Credential | undefined {
  const decoded = depth < DEEPEST_ENCODING ? decodeLikelyBase64(text) : undefined
  return decoded === undefined
    ? undefined
    : findIn(decoded, { ...context, keptIn: 'open' }, depth + 1)
}

// In a file a name may be a label on a form, a column or the name of a variable: its value has to look the part.
function kindOfSetting(
  { name, value, isQuoted }: Setting,
  context: ValueContext,
): CredentialKind | undefined {
  if (isCode(value, isQuoted, context.name ?? '') || isLabel(name, value)) return undefined
  return findInAddress(value) ?? kindByName(value, { name, keptIn: 'open' })
}

// Costs little, and most names are through with it: what every name that grades higher than silent has in it.
const TELLING =
  /pass|pw|pswd|mdp|secret|token|key|cred|bearer|auth|salt|pepper|cookie|seed|cert|base|sas|signature|identified/i

function kindByName(value: string, { name }: ValueContext): CredentialKind | undefined {
  if (name === undefined || !TELLING.test(name)) return undefined
  switch (gradeName(name)) {
    case 'password':
      return isPassword(value) ? 'password' : undefined
    case 'key':
      return isKey(value) || isSpokenKey(value, name) ? kindOfKey(name) : undefined
    case 'loose':
      return kindOfLoose(value, name)
    case 'public':
    case 'silent':
      return undefined
  }
}

function kindOfKey(name: string): CredentialKind {
  const words = wordsOf(name)
  return words.includes('aws') && words.includes('secret') ? 'aws-secret-key' : 'key'
}

// Whoever types in the key of a signature by hand types a word.
function isSpokenKey(value: string, name: string): boolean {
  if (!/^[A-Za-z]\w{5,60}$/.test(value) || isStandIn(value)) return false
  return (
    /(?:jwt|session|cookie|hmac|signing|secret|api|auth)[_.-]?(?:secret|key)$/i.test(name) &&
    !/^(?:default|(?:api|auth|access|client)?_?(?:key|password|secret|token)$)/i.test(value)
  )
}

function kindOfLoose(value: string, name: string): CredentialKind | undefined {
  if (/auth/i.test(name)) {
    const scheme = /^(Basic|Bearer|Token)\s+(\S{8,})$/i.exec(value)
    if (scheme !== null && !isStandIn(scheme[2] ?? '')) {
      return /basic/i.test(scheme[1] ?? '') ? 'basic-authorization' : 'bearer-token'
    }
    if (/auth$/i.test(name) && (decodeLikelyBase64(value) ?? '').includes(':'))
      return 'docker-login'
  }
  return isRandom(value) ? 'key' : undefined
}

// Whoever puts a value into a Secret says that it is one, unless it plainly is not.
function isHidden(value: string, name = ''): boolean {
  const grade = gradeName(name)
  if (grade === 'public' || value.length < 6 || /\s/.test(value)) return false
  if (isStandIn(value) || isLocation(value) || /^-?[\d.:,]+$/.test(value)) return false
  // A short word under a name that says nothing is a setting: `tier: backend`.
  return grade !== 'silent' || value.length > 8 || !isWordy(value)
}

const CODE_FILE =
  /\.(?:js|mjs|cjs|ts|py|go|java|rb|php|lua|groovy|jsx|tsx|cs|rs|c|cpp|h|sql|kt|scala|pl)$/i

function isCode(value: string, isQuoted: boolean, fileName: string): boolean {
  if (!isQuoted && CODE_FILE.test(fileName)) return true
  // Calls, members of objects, and the names of other settings.
  return (
    !isQuoted &&
    /[()[\]{}|<>`]|^\$|^[a-z]\w*(?:\.[a-z]\w*)+$|^(?:null|None|self|this)\b/i.test(value)
  )
}

function isLabel(name: string, value: string): boolean {
  const own = wordsOf(name).at(-1) ?? ''
  return (
    value.toLowerCase() === name.toLowerCase() ||
    /^[A-Z][a-z]{3,14}:?$/.test(value) ||
    (value.toLowerCase() === own && /[A-Z]/.test(value[0] ?? '')) ||
    /[^ -~]/.test(value)
  )
}
