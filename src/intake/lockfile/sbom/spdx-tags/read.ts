import { succeed } from '../../../../base/result.ts'
import type { LockedPackage, LockReader } from '../../reader.ts'
import { componentPackage } from '../component.ts'
import { relate, type Relation } from '../spdx-relations.ts'

/** SPDX 2 as tags and values: a line for each fact, a package from one PackageName to the next. */
export const spdxTags: LockReader = {
  format: 'SPDX tag-value',
  claims: (name) => /\.spdx(?:\.txt)?$/i.test(name),
  read: ({ source: { text } }) => {
    if (!/^SPDXVersion:\s*SPDX-2/m.test(text)) return undefined
    const heads = [...text.matchAll(/^PackageName:[^\n]*/gm)]
    const packages = heads.map((head, index): LockedPackage => {
      const next = heads[index + 1]?.index ?? text.length
      const block = text.slice(head.index, next)
      const tag = (name: string): string | undefined => valueOf(block, name)
      return {
        ...componentPackage({
          key: tag('SPDXID') ?? `${head.index}`,
          purl: /^ExternalRef:\s*PACKAGE[-_]MANAGER\s+purl\s+(?<purl>\S{1,4000})/m.exec(block)
            ?.groups?.['purl'],
          name: tag('PackageName') ?? '',
          version: tag('PackageVersion'),
          start: head.index,
          end: head.index + head[0].trimEnd().length,
        }),
        integrity: tag('PackageChecksum'),
      }
    })
    return succeed(relate(packages, relationsIn(text)))
  },
}

function valueOf(block: string, tag: string): string | undefined {
  const at = block.startsWith(`${tag}:`) ? 0 : block.indexOf(`\n${tag}:`) + 1
  if (at === 0 && !block.startsWith(`${tag}:`)) return undefined
  return block
    .slice(at + tag.length + 1)
    .split(/\r?\n/, 1)[0]
    ?.trim()
}

function relationsIn(text: string): readonly Relation[] {
  return [
    ...text.matchAll(
      /^Relationship:\s*(?<from>\S{1,400})\s+(?<type>[A-Z_]{1,60})\s+(?<to>\S{1,400})/gm,
    ),
  ].map(({ groups }) => ({
    from: groups?.['from'] ?? '',
    type: groups?.['type'] ?? '',
    to: groups?.['to'] ?? '',
  }))
}
