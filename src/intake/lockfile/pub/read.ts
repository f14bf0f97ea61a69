import { succeed } from '../../../base/result.ts'
import type { PackageScope } from '../../../model/package.ts'
import type { LockedPackage, LockReader } from '../reader.ts'
import { readBlocks } from '../text/block-text.ts'
import { membersOf, textAt, treeAt, type Tree } from '../text/tree.ts'

/** pubspec.lock. It tells direct dependencies from others, but not what needs what. */
export const pubspecLock: LockReader = {
  format: 'pubspec.lock',
  claims: (name) => name === 'pubspec.lock',
  read: ({ source }) =>
    succeed({
      packages: [...membersOf(treeAt(readBlocks(source), 'packages'))].map(([name, entry]) =>
        packageOf(name, entry),
      ),
    }),
}

function packageOf(name: string, entry: Tree): LockedPackage {
  const kind = textAt(entry, 'dependency') ?? ''
  const from = textAt(entry, 'source')
  return {
    key: name,
    ecosystem: 'Pub',
    name,
    version: textAt(entry, 'version'),
    start: entry.key,
    end: entry.end,
    scope: scopeOf(kind),
    isDirect: kind.startsWith('direct'),
    source: from === 'git' ? textAt(entry, 'description', 'url') : undefined,
    integrity: textAt(entry, 'description', 'sha256'),
    isOwn: from === 'path' || from === 'sdk',
  }
}

function scopeOf(kind: string): PackageScope {
  if (kind === 'direct main' || kind === 'direct overridden') return 'production'
  return kind === 'direct dev' ? 'development' : 'unknown'
}
