import { succeed } from '../../../../base/result.ts'
import type { PackageScope } from '../../../../model/package.ts'
import type { LockedPackage, LockReader } from '../../reader.ts'

const NAME = /(?:^|[-.])gradle\.lockfile$|^gradle\.lockfile$|\.lockfile$/

/** gradle.lockfile and buildscript-gradle.lockfile: a line for each module, with the configurations that take it. */
export const gradleLockfile: LockReader = {
  format: 'gradle.lockfile',
  claims: (name) => NAME.test(name),
  read: ({ source }) => {
    const lines = [
      ...source.text.matchAll(
        /^(?<group>[^\s:#=]{1,300}):(?<name>[^\s:=]{1,300}):(?<version>[^\s:=]{1,200})(?:=(?<users>.*))?$/gm,
      ),
    ]
    if (lines.length === 0 && !/^empty=/m.test(source.text)) return undefined
    const isBuild = /buildscript/.test(source.file)
    const packages = lines.map(({ groups, index, 0: line }): LockedPackage => {
      const { group = '', name = '', version, users = '' } = groups ?? {}
      return {
        key: `${group}:${name}`,
        ecosystem: 'Maven',
        name: `${group}:${name}`,
        version,
        start: index,
        end: index + line.trimEnd().length,
        scope: isBuild ? 'development' : scopeOf(users.trim()),
      }
    })
    return succeed({ packages })
  },
}

// What runs has `runtimeClasspath`; tests, annotation processors and tools have configurations of their own.
function scopeOf(users: string): PackageScope {
  if (users === '') return 'unknown'
  const isProduction = users.split(',').some((user) => {
    return /(?:^|[a-z])(?:runtime|compile)(?:Classpath)?$/i.test(user) && !/test/i.test(user)
  })
  return isProduction ? 'production' : 'development'
}
