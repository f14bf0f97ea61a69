import { succeed } from '../../../../base/result.ts'
import { memberOf } from '../../../../model/part.ts'
import type { LockReader } from '../../reader.ts'
import { readToml } from '../../text/toml-text.ts'
import { projectRoots } from '../project.ts'
import { tomlPackage } from '../toml-packages.ts'

/** pylock.toml (PEP 751). */
export const pylock: LockReader = {
  format: 'pylock.toml',
  claims: (name) => /^pylock(?:\.[^.]+)?\.toml$/.test(name),
  read: (input) => {
    const toml = readToml(input.source)
    if (!toml.ok) return toml
    const packages = toml.value.tablesOf('packages').flatMap((table) => {
      const each = tomlPackage(table)
      const isOwn = memberOf(table.value, 'directory') !== undefined
      return each === undefined ? [] : [{ ...each, isOwn }]
    })
    return succeed({ packages, roots: projectRoots(input) })
  },
}
