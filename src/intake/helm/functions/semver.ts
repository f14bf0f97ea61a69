import { method } from '../template/methods.ts'
import type { GoFunction } from '../template/run.ts'
import { give } from '../template/trouble.ts'
import { goObject, isObject, type GoObject } from '../template/value.ts'
import {
  compareVersions,
  parseVersion,
  satisfies,
  versionText,
  type Version,
} from '../versions/version.ts'
import { fixed, textAt } from './arguments.ts'

/** Functions of versions. */
export const SEMVER: Readonly<Record<string, GoFunction>> = {
  semver: fixed(1, (call) => semver(textAt(call, 0))),
  semverCompare: fixed(2, (call) => {
    const version = parseVersion(textAt(call, 1))
    if (version === undefined) return give('invalid semantic version')
    return satisfies(version, textAt(call, 0)) ?? give(`improper constraint: ${textAt(call, 0)}`)
  }),
}

// What `Compare` is handed is an object again; its version is looked up by it.
const versions = new WeakMap<GoObject, Version>()

function semver(text: string): GoObject {
  const version = parseVersion(text)
  if (version === undefined) return give('invalid semantic version')
  const { major, minor, patch, prerelease, metadata } = version
  const object = goObject('*semver.Version', versionText(version), {
    Major: method(0, () => major),
    Minor: method(0, () => minor),
    Patch: method(0, () => patch),
    Prerelease: method(0, () => prerelease),
    Metadata: method(0, () => metadata),
    Original: method(0, () => text),
    String: method(0, () => versionText(version)),
    Compare: method(1, ([other = null]) => {
      const found = isObject(other) ? versions.get(other) : undefined
      return found === undefined
        ? give('Compare wants a version')
        : BigInt(compareVersions(version, found))
    }),
  })
  versions.set(object, version)
  return object
}
