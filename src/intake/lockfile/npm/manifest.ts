import type { PackageScope } from '../../../model/package.ts'
import type { LockInput } from '../reader.ts'
import { spotText } from '../spot.ts'
import { readJson } from '../text/json-text.ts'
import { itemsOf, membersOf, treeAt, wordOf, type Tree } from '../text/tree.ts'

/** What a package.json, or the copy of it in a lock file, asks for. */
export interface Asked {
  readonly name: string
  readonly range: string
  readonly scope: PackageScope
  /** `file:line:column`, where the manifest itself was found. */
  readonly at: string | undefined
}

const FIELDS = [
  ['dependencies', 'production'],
  ['optionalDependencies', 'production'],
  ['peerDependencies', 'production'],
  ['devDependencies', 'development'],
] as const

/** The dependencies that `tree` asks for; `spotOf` tells where. A name counts once, for production first. */
export function askedIn(
  tree: Tree | undefined,
  spotOf: (name: string, field: string) => string | undefined,
): readonly Asked[] {
  const asked = new Map<string, Asked>()
  for (const [field, scope] of FIELDS) {
    for (const [name, range] of membersOf(treeAt(tree, field))) {
      if (asked.has(name)) continue
      asked.set(name, { name, range: wordOf(range), scope, at: spotOf(name, field) })
    }
  }
  return [...asked.values()]
}

/** The package.json in `folder`, from the lock file's; undefined when it is not there or no JSON. */
export function manifestIn(folder: string, { beside }: LockInput): Manifest | undefined {
  const source = beside(folder === '' ? 'package.json' : `${folder}/package.json`)
  const tree = source && readJson(source)
  if (source === undefined || tree?.ok !== true) return undefined
  const spotOf = (name: string, field: string): string | undefined => {
    const member = treeAt(tree.value, field, name)
    return member && spotText(source, member.key)
  }
  return { tree: tree.value, asked: askedIn(tree.value, spotOf), spotOf }
}

/** A package.json that was read. */
export interface Manifest {
  readonly tree: Tree
  readonly asked: readonly Asked[]
  readonly spotOf: (name: string, field: string) => string | undefined
}

/** The folders of workspaces that a manifest names one by one; those it gives by patterns are not among them. */
export function workspacesOf({ tree }: Manifest): readonly string[] {
  const list = treeAt(tree, 'workspaces')
  return [...itemsOf(list), ...itemsOf(treeAt(list, 'packages'))].flatMap(({ value }) =>
    typeof value === 'string' && !/[*?{[]/.test(value) ? [value.replace(/^\.\/|\/$/g, '')] : [],
  )
}

/** Where something is fetched that comes from no registry: a repository, an archive; undefined for all else. */
export function foreignSource(address: string | undefined): string | undefined {
  if (address === undefined) return undefined
  const isForeign =
    /^(?:git[+:@]|github:|gitlab:|bitbucket:|gist:|ssh:|file:|https?:\/\/codeload\.github)/.test(
      address,
    )
  return isForeign ? address.replace(/\/\/[^/@]*@/, '//') : undefined
}
