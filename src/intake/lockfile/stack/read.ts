import { succeed } from '../../../base/result.ts'
import type { LockedPackage, LockReader } from '../reader.ts'

/** stack.yaml.lock of Haskell: the packages beside the snapshot, each `hackage: name-version@sha256:…`. */
export const stackLock: LockReader = {
  format: 'stack.yaml.lock',
  claims: (name) => name === 'stack.yaml.lock',
  read: ({ source }) => {
    const lines = source.text.matchAll(
      /^(?<lead>[ \t]*(?:-[ \t]+)?)hackage:[ \t]+(?<name>[A-Za-z\d][\w-]{0,200})-(?<version>\d[\d.]{0,60})(?:@sha256:(?<hash>[0-9a-f]{1,64}))?[^\n]*/gm,
    )
    const packages = [...lines].map(({ groups, index, 0: line }): LockedPackage => {
      const { lead = '', name = '', version, hash } = groups ?? {}
      return {
        key: `${index}`,
        ecosystem: 'Hackage',
        name,
        version,
        start: index + lead.length,
        end: index + line.trimEnd().length,
        integrity: hash,
      }
    })
    // Each stands twice: as it was asked for, and as it was found.
    const once = new Map(packages.map((each) => [`${each.name} ${each.version ?? ''}`, each]))
    return succeed({ packages: [...once.values()] })
  },
}
