import { succeed } from '../../../base/result.ts'
import type { LockedPackage, LockReader } from '../reader.ts'
import { unlike } from '../spot.ts'

// A line: `"name": {:hex, :package, "version", "inner", [:mix], [needs], "hexpm", "outer"},`
const LINE =
  /^[ \t]*"(?<name>[\w.-]{1,200})":[ \t]*\{:(?<kind>hex|git),[ \t]*(?::(?<package>\w{1,200})|"(?<address>[^"]{1,1000})"),[ \t]*"(?<third>[^"]{1,200})"(?:,[ \t]*"(?<hash>[0-9a-f]{1,200})")?(?<rest>.*)$/gm

/** mix.lock: a term of Elixir with a line for each package. */
export const mixLock: LockReader = {
  format: 'mix.lock',
  claims: (name) => name === 'mix.lock',
  read: (input) => {
    const { source } = input
    if (!source.text.trimStart().startsWith('%{')) return unlike(input)
    const packages = [...source.text.matchAll(LINE)].map(
      ({ groups, index, 0: line }): LockedPackage => {
        const { name = '', kind, package: hex, address, third, hash, rest = '' } = groups ?? {}
        return {
          key: name,
          ecosystem: 'Hex',
          name: hex ?? name,
          version: kind === 'hex' ? third : undefined,
          start: index + line.search(/\S/),
          end: index + line.trimEnd().length,
          needs: [...rest.matchAll(/\{:(?<need>\w{1,200}),/g)].map(
            (match) => match.groups?.['need'] ?? '',
          ),
          source: address?.replace(/\/\/[^/@]*@/, '//'),
          integrity: hash,
        }
      },
    )
    return succeed({ packages })
  },
}
