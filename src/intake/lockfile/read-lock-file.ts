import { basename } from 'node:path'
import type { Fault } from '../../base/fault.ts'
import { LOCK_FILE, LOCK_FILE_VERSION } from '../../model/package.ts'
import { resourceOf, type Resource } from '../../model/resource.ts'
import type { LockInput, LockReader } from './reader.ts'
import { LOCK_READERS } from './readers.ts'
import { resolveScopes, type PlacedPackage } from './resolve-scopes.ts'

/** What a lock file gave: nothing for a file that only has the name of one. */
export interface LockFileReading {
  readonly resource: Resource | undefined
  readonly faults: readonly Fault[]
}

/**
 * Reads a lock file, manifest or SBOM as `{apiVersion: 'lockfile', kind: 'LockFile', metadata: {name}, format,
 * isManifest, packages: [{ecosystem, name, version, scope, isDirect, bringer: {name, at}, source, integrity}]}`. Nothing is run and
 * nothing is fetched. O(text); never throws.
 */
export function readLockFile(input: LockInput): LockFileReading {
  const name = basename(input.source.file)
  for (const reader of LOCK_READERS) {
    if (!reader.claims(name)) continue
    const reading = reader.read(input)
    if (reading === undefined) continue
    if (!reading.ok) return { resource: undefined, faults: [reading.fault] }
    const packages = resolveScopes(reading.value)
    return { resource: lockFileOf(input, reader, packages), faults: reading.value.faults ?? [] }
  }
  return { resource: undefined, faults: [] }
}

// One node for each package: what it consists of stands where the package does, and a large SBOM stays small.
function lockFileOf(
  { source }: LockInput,
  { format, isManifest }: LockReader,
  packages: readonly PlacedPackage[],
): Resource {
  const end = source.text.length
  const keys = ['', 'apiVersion', 'kind', 'metadata', 'name', 'format', 'packages']
  const first = keys.length
  const after = first + packages.length
  const offsets = new Int32Array(4 * after)
  const put = (node: number, span: readonly [number, number, number], next: number): void =>
    offsets.set([...span, next], 4 * node)
  put(0, [-1, 0, end], after)
  for (const node of [1, 2, 4, 5]) put(node, [0, 0, 0], node + 1)
  put(3, [0, 0, 0], 5)
  put(6, [0, 0, end], after)
  for (const [index, each] of packages.entries()) {
    keys.push('')
    put(first + index, [-1, each.start, each.end], first + index + 1)
  }
  const value = {
    apiVersion: LOCK_FILE_VERSION,
    kind: LOCK_FILE,
    metadata: { name: source.file },
    format,
    ...(isManifest === true && { isManifest }),
    packages: packages.map(({ facts }) => facts),
  }
  return resourceOf({ source, layout: { keys, offsets }, node: 0, value })
}
