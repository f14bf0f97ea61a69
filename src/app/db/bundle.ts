import { closeSync, existsSync, openSync, writeSync } from 'node:fs'
import { resolve } from 'node:path'
import { adoptSet } from '../../advisories/adopt-set.ts'
import {
  CHANGED,
  untrusted,
  withBundle,
  writeBundle,
  type BundleHeader,
  type OpenBundle,
} from '../../advisories/bundle/bundle-file.ts'
import { makeKeys, readCheckingKey, readSigningKey } from '../../advisories/bundle/keys.ts'
import { receiveSealed } from '../../advisories/file/sealed-file.ts'
import type { Manifest } from '../../advisories/set/manifest.ts'
import { readSets } from '../../advisories/set/read-set.ts'
import { nextSerial, putInUse } from '../../advisories/write-set.ts'
import type { Fault } from '../../base/fault.ts'
import { fail, succeed, type Result } from '../../base/result.ts'
import { changeStore, systemRefusal, type Change, type Renewal } from './change-store.ts'

/** A bundle: a file, and the key that it is or has to be signed with. Paths as they were typed. */
export interface BundleRequest {
  /** The store. */
  readonly folder: string
  readonly workingFolder: string
  readonly file: string
  readonly key: string
  /** The day it is (ISO 8601). */
  readonly today: string
}

/** Writes the advisories in use into one signed file. */
export function makeBundle(request: BundleRequest): Result<BundleHeader> {
  const { folder, workingFolder, file, today } = request
  const key = readSigningKey(resolve(workingFolder, request.key))
  if (!key.ok) return key
  const sets = readSets(folder)
  if (!sets.ok) return sets
  const terms = { folder, manifest: sets.value.current, key: key.value, today }
  try {
    return writeBundle(resolve(workingFolder, file), terms)
  } catch (error) {
    return fail(systemRefusal(error, file))
  }
}

/**
 * Puts the advisories of a bundle in use, all of them and no others. Nothing is changed when it is not signed by the key,
 * was changed, or is older than what is in use and `takesOlder` is not set.
 */
export async function installBundle(
  request: BundleRequest,
  { takesOlder }: { readonly takesOlder: boolean },
): Promise<Result<Renewal>> {
  const { folder, workingFolder, file } = request
  const key = readCheckingKey(resolve(workingFolder, request.key))
  if (!key.ok) return key
  return await changeStore(folder, () =>
    withBundle(resolve(workingFolder, file), key.value, (bundle) =>
      install(folder, bundle, { file, takesOlder }),
    ),
  )
}

function install(
  folder: string,
  { header, stepsOf }: OpenBundle,
  { file, takesOlder }: { readonly file: string; readonly takesOlder: boolean },
): Result<Change> {
  const { sets, serial } = nextSerial(folder)
  const older = takesOlder || sets === undefined ? [] : olderIn(header.set, sets.current)
  if (older.length > 0) return fail(olderBundle(file, older))
  const home = { folder, serial }
  const done = adoptSet(home, header.set, (stem, sealed) =>
    receiveSealed(folder, stem, { sealed, steps: stepsOf(sealed) }),
  )
  if ('damaged' in done) return fail(untrusted(file, CHANGED))
  putInUse(home, done.adopted, sets)
  const renewed = done.adopted.ecosystems.map(({ ecosystem }) => ecosystem)
  return succeed({ manifest: done.adopted, renewed, faults: [] })
}

/** In what another set is behind the one in use, in words: an ecosystem that is older, or not there. */
function olderIn(other: Manifest, present: Manifest): readonly string[] {
  return present.ecosystems.flatMap(({ ecosystem, asOf }) => {
    const its = other.ecosystems.find((file) => file.ecosystem === ecosystem)
    if (its === undefined) return [`it has nothing of ${ecosystem}`]
    return its.asOf < asOf ? [`${ecosystem} is of ${its.asOf}, here of ${asOf}`] : []
  })
}

function olderBundle(file: string, older: readonly string[]): Fault {
  return {
    code: 'ADVISORIES_OLDER',
    at: file,
    message: `The bundle is older than what is in use: ${older.join('; ')}.`,
    remedy: 'Fetch a newer one, or say --older to install it all the same.',
  }
}

/** Writes a new pair of keys into two files: the secret one for its owner's eyes only, and `.pub`. Overwrites nothing. */
export function makeKeyFiles(file: string, workingFolder: string): Result<readonly string[]> {
  const { secret, open } = makeKeys()
  const path = resolve(workingFolder, file)
  const taken = [path, `${path}.pub`].find((each) => existsSync(each))
  if (taken !== undefined) return fail({ ...THERE_ALREADY, at: taken })
  try {
    writeNew(path, secret, 0o600)
    writeNew(`${path}.pub`, open, 0o644)
    return succeed([file, `${file}.pub`])
  } catch (error) {
    return fail(systemRefusal(error, file))
  }
}

const THERE_ALREADY = {
  code: 'ADVISORIES_KEY',
  message: 'There is a file already, and a key that is overwritten is lost.',
  remedy: 'Name another file.',
} as const

function writeNew(path: string, text: string, mode: number): void {
  const file = openSync(path, 'wx', mode)
  try {
    writeSync(file, text)
  } finally {
    closeSync(file)
  }
}
