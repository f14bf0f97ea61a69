import type { Advisories } from '../../model/advisories.ts'
import type { RepinEdit } from '../../model/edit.ts'
import { isManifest, type FoundPackage } from '../../model/package.ts'
import type { Resource } from '../../model/resource.ts'
import type { Cause } from './causes.ts'
import { fixOf } from './fix-of.ts'

/**
 * The edits that give the packages of a cause versions without known flaws, where those stand in a file that people
 * write. None when that does not mend all of it: a checksum would have to follow, another file decides, a package has
 * no such version. O(packages x versions).
 */
export function pinsFor(
  file: Resource,
  cause: Cause,
  advisories: Advisories | undefined,
): readonly RepinEdit[] {
  if (!isManifest(file) || isCompiled(file)) return []
  const pins = cause.packages.map((each) => {
    const fix = fixOf(each, advisories)
    return fix.kind === 'version' ? pinOf(each.found, fix.version) : undefined
  })
  return pins.every((pin) => pin !== undefined) ? pins : []
}

// A tool has written it from another file, and will write it again.
function isCompiled({ document }: Resource): boolean {
  return /^\s*# *via\b/m.test(document.source.text)
}

function pinOf(found: FoundPackage, to: string): RepinEdit | undefined {
  const { version: from, place, integrity } = found
  const isSure = from !== undefined && integrity === undefined && !isOtherModule(found, to)
  return isSure ? { kind: 'repin', place, from, to } : undefined
}

// From the second major version on, the name of a Go module tells which one it is.
function isOtherModule({ ecosystem, name }: FoundPackage, to: string): boolean {
  const major = /^v?(?<major>\d+)\./.exec(to)?.groups?.['major'] ?? '0'
  if (ecosystem !== 'Go' || Number(major) < 2) return false
  return !name.endsWith(`/v${major}`) && !name.endsWith(`.v${major}`)
}
