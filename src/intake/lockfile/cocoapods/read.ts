import { succeed } from '../../../base/result.ts'
import type { LockedPackage, LockReader } from '../reader.ts'
import { readBlocks } from '../text/block-text.ts'
import { itemsOf, membersOf, treeAt, wordsAt, type Tree } from '../text/tree.ts'

/** Podfile.lock. No collection of advisories has an ecosystem of its own for pods, so they are listed, not examined. */
export const podfileLock: LockReader = {
  format: 'Podfile.lock',
  claims: (name) => name === 'Podfile.lock',
  read: ({ source }) => {
    const tree = readBlocks(source)
    const direct = new Set(wordsAt(tree, 'DEPENDENCIES').map(nameIn))
    const pods = itemsOf(treeAt(tree, 'PODS')).flatMap(podOf)
    return succeed({ packages: pods.map((pod) => ({ ...pod, isDirect: direct.has(pod.name) })) })
  },
}

// `- Name (1.0)`, or `- Name (1.0):` with what it needs below.
function podOf(entry: Tree): readonly LockedPackage[] {
  const [written] = typeof entry.value === 'string' ? [entry.value] : membersOf(entry).keys()
  const version = /\((?<version>[^)]{1,100})\)/.exec(written ?? '')?.groups?.['version']
  if (written === undefined || version === undefined) return []
  const name = nameIn(written)
  return [{ key: name, ecosystem: 'CocoaPods', name, version, start: entry.start, end: entry.end }]
}

function nameIn(text: string): string {
  return text.split(' ', 1)[0] ?? text
}
