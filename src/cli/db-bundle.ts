import { installBundle, makeBundle, makeKeyFiles, type BundleRequest } from '../app/db/bundle.ts'
import { advisoriesFolder } from '../app/db/data-folder.ts'
import { EXIT } from '../app/outcome.ts'
import { misuse } from '../app/usage.ts'
import { fail, succeed, type Result } from '../base/result.ts'
import { plural } from '../report/headline.ts'
import { printable } from '../report/printable.ts'
import { tellMissing, tellRenewal } from './db-renew.ts'
import type { Host } from './host.ts'
import { isOn, valueOf } from './read-flags.ts'
import { refuse } from './tell-fault.ts'
import type { Words } from './words.ts'

/** `portolan db bundle`: writes all that is in use into one signed file. */
export function bundle(words: Words, [file = '']: readonly string[], host: Host): number {
  const request = requestOf(words, { file, flag: '--key' }, host)
  if (!request.ok) return refuse(request.fault, host)
  const made = makeBundle(request.value)
  if (!made.ok) return tellMissing(made.fault, host)
  const { key, set } = made.value
  const what = plural(set.ecosystems.length, 'ecosystem')
  host.err(`${printable(file)}: advisories of ${what}, signed by key ${key}\n`)
  return EXIT.fine
}

/** `portolan db install`: puts the advisories of a signed file in use. */
export async function install(
  words: Words,
  [file = '']: readonly string[],
  host: Host,
): Promise<number> {
  const request = requestOf(words, { file, flag: '--public-key' }, host)
  if (!request.ok) return refuse(request.fault, host)
  const takesOlder = isOn(words, '--older')
  return tellRenewal(await installBundle(request.value, { takesOlder }), host)
}

/** `portolan db key`: makes a pair of keys. */
export function makeKey(_: Words, [file = '']: readonly string[], host: Host): number {
  const made = makeKeyFiles(file, host.workingFolder)
  if (!made.ok) return refuse(made.fault, host)
  const [secret = '', open = ''] = made.value
  host.err(`${printable(secret)} is secret and signs bundles: portolan db bundle FILE --key\n`)
  host.err(`${printable(open)} goes to who installs them: portolan db install FILE --public-key\n`)
  return EXIT.fine
}

function requestOf(
  words: Words,
  { file, flag }: { readonly file: string; readonly flag: '--key' | '--public-key' },
  { env, workingFolder, today }: Host,
): Result<BundleRequest> {
  const key = valueOf(words, flag)
  if (key === undefined) return fail(KEYLESS[flag])
  const folder = advisoriesFolder(env, workingFolder)
  return succeed({ folder, workingFolder, file, key, today: today() })
}

const KEYLESS = {
  '--key': misuse(
    '--key',
    'A bundle has to be signed, and no key was given.',
    'portolan db key FILE makes a pair of keys; then --key FILE.',
  ),
  '--public-key': misuse(
    '--public-key',
    'It is not said whose signature the bundle has to carry.',
    'Name the .pub file of whoever made it: --public-key FILE.pub.',
  ),
} as const
