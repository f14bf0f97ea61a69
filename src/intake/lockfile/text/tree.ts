/** A value with its place in a text: `key` is the offset of its key, -1 for members of lists. Offsets in UTF-16 units. */
export interface Tree {
  readonly key: number
  readonly start: number
  readonly end: number
  readonly value: string | number | boolean | null | readonly Tree[] | ReadonlyMap<string, Tree>
}

const NO_MEMBERS: ReadonlyMap<string, Tree> = new Map()

/** The members of a mapping; none of anything else. */
export function membersOf(tree: Tree | undefined): ReadonlyMap<string, Tree> {
  return tree?.value instanceof Map ? tree.value : NO_MEMBERS
}

/** The members of a list; none of anything else. */
export function itemsOf(tree: Tree | undefined): readonly Tree[] {
  return isItems(tree?.value) ? tree.value : []
}

function isItems(value: Tree['value'] | undefined): value is readonly Tree[] {
  return Array.isArray(value)
}

/** What stands at `path` below `tree`. */
export function treeAt(tree: Tree | undefined, ...path: readonly string[]): Tree | undefined {
  let current = tree
  for (const step of path) current = membersOf(current).get(step)
  return current
}

/** The text at `path` below `tree`; undefined when there is none, or something else. */
export function textAt(tree: Tree | undefined, ...path: readonly string[]): string | undefined {
  const value = treeAt(tree, ...path)?.value
  return typeof value === 'string' ? value : undefined
}

/** Whether what stands at `path` below `tree` is true. */
export function isTrueAt(tree: Tree | undefined, ...path: readonly string[]): boolean {
  const value = treeAt(tree, ...path)?.value
  return value === true || value === 'true'
}

/** The text that a tree is; empty when it is anything else. */
export function wordOf(tree: Tree): string {
  return typeof tree.value === 'string' ? tree.value : ''
}

/** The texts of the list at `path` below `tree`. */
export function wordsAt(tree: Tree | undefined, ...path: readonly string[]): readonly string[] {
  return itemsOf(treeAt(tree, ...path)).map(wordOf)
}
