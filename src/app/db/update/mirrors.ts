import { fail, succeed, type Result } from '../../../base/result.ts'
import { misuse } from '../../usage.ts'

/** A place that has what OSV exports, in the same folders. */
export interface Mirror {
  /** Without user, password and a slash at its end. */
  readonly base: string
  /** What is sent as Authorization; never shown. */
  readonly authorization: string | undefined
}

/** What may say where advisories come from, the first that says anything counts. */
export interface MirrorWords {
  readonly flags: readonly string[]
  readonly env: string | undefined
  readonly config: readonly string[] | undefined
}

/** The mirrors in their order; none where nobody names any. */
export function mirrorsOf({
  flags,
  env = '',
  config = [],
}: MirrorWords): Result<readonly Mirror[]> {
  const named = [flags, env.split(/[\s,]+/).filter(Boolean), config].find(
    ({ length }) => length > 0,
  )
  const mirrors: Mirror[] = []
  for (const text of named ?? []) {
    const mirror = readMirror(text)
    if (mirror === undefined) return fail(noMirror())
    mirrors.push(mirror)
  }
  return succeed(mirrors)
}

/** A mirror as an address gives it; undefined when it is none. Addresses with a query belong to single files. */
export function readMirror(text: string): Mirror | undefined {
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  if (!['http:', 'https:'].includes(url.protocol) || url.search + url.hash !== '') return undefined
  const { username, password } = url
  const base = `${url.protocol}//${url.host}${url.pathname}`.replace(/\/+$/, '')
  return { base, authorization: username === '' ? undefined : basic(username, password) }
}

/** The address of a file of a mirror. */
export function addressOf({ base }: Mirror, ...steps: readonly string[]): string {
  return [base, ...steps.map(encodeURIComponent)].join('/')
}

function basic(user: string, password: string): string {
  const pair = `${decodeURIComponent(user)}:${decodeURIComponent(password)}`
  return `Basic ${Buffer.from(pair).toString('base64')}`
}

// It may hold a password, so it is not shown.
function noMirror() {
  return misuse(
    '--mirror',
    'A mirror is no address that advisories can be fetched from.',
    'It takes an address such as https://mirror.example/osv, with npm/all.zip below it.',
  )
}
