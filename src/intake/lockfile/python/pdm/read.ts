import { succeed } from '../../../../base/result.ts'
import { isList, memberOf } from '../../../../model/part.ts'
import type { LockReader } from '../../reader.ts'
import { readToml } from '../../text/toml-text.ts'
import { scopeOfGroups } from '../poetry/read.ts'
import { projectRoots } from '../project.ts'
import { textAt, tomlPackage } from '../toml-packages.ts'

/** pdm.lock. */
export const pdmLock: LockReader = {
  format: 'pdm.lock',
  claims: (name) => name === 'pdm.lock',
  read: (input) => {
    const toml = readToml(input.source)
    if (!toml.ok) return toml
    const packages = toml.value.tablesOf('package').flatMap((table) => {
      const each = tomlPackage(table)
      const groups = memberOf(table.value, 'groups')
      const scope = isList(groups) ? scopeOfGroups(groups) : undefined
      const isOwn = textAt(table.value, 'path') !== undefined
      return each === undefined ? [] : [{ ...each, scope, isOwn }]
    })
    return succeed({ packages, roots: projectRoots(input) })
  },
}
