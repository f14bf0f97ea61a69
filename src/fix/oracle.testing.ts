import { isDeepStrictEqual } from 'node:util'
import type { Path, Step } from '../model/document.ts'
import type { Json } from '../model/edit.ts'
import { isList, isMapping } from '../model/part.ts'
import type { Asked } from './asked.testing.ts'

/** JSON that can be changed in place; `GONE` marks what was removed until the end, so that numbers stay valid. */
type Tree = string | number | boolean | null | typeof GONE | Tree[] | Branch
interface Branch {
  [key: string]: Tree
}

const GONE = Symbol('gone')
const KEPT_EMPTY: ReadonlySet<Step> = new Set(['spec'])

/**
 * What edits make of a value, by the plainest means. Undefined when one of them cannot be made, or when one field is
 * that of another or lies below it, so that they might contradict each other.
 */
export function edited(value: Json, asked: readonly Asked[]): unknown {
  for (const [at, { path }] of asked.entries()) {
    if (
      asked.slice(0, at).some((other) => isBelow(other.path, path) || isBelow(path, other.path))
    ) {
      return undefined
    }
  }
  const root: Branch = { root: treeOf(value) }
  if (!asked.every((one) => perform(root, ['root', ...one.path], one))) return undefined
  return prune(root['root'] ?? null, 0)
}

function isBelow(upper: Path, lower: Path): boolean {
  return upper.every((step, at) => step === lower[at])
}

function treeOf(value: Json): Tree {
  if (isList(value)) return value.map(treeOf)
  if (!isMapping(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, treeOf(member)]))
}

// Whether the edit could be made.
function perform(tree: Tree, [step, ...rest]: Path, asked: Asked): boolean {
  const isRemoval = asked.set === undefined && asked.add === undefined
  if (Array.isArray(tree)) {
    if (typeof step !== 'number' || step >= tree.length) return isRemoval
    const member = performAt(tree[step], rest, asked)
    if (member !== undefined) tree[step] = member
    return member !== undefined
  }
  if (typeof step !== 'string' || !isBranch(tree)) return isRemoval
  const member = performAt(tree[step], rest, asked)
  if (member !== undefined && !(isRemoval && !Object.hasOwn(tree, step))) tree[step] = member
  return member !== undefined
}

// What becomes of a member, or undefined when the edit cannot be made there.
function performAt(member: Tree | undefined, rest: Path, asked: Asked): Tree | undefined {
  if (rest.length > 0) {
    const isRemoval = asked.set === undefined && asked.add === undefined
    const inside = isVacant(member) && !isRemoval ? {} : (member ?? null)
    return perform(inside, rest, asked) ? inside : undefined
  }
  if (asked.set !== undefined) return treeOf(asked.set)
  if (asked.add === undefined) return GONE
  const list = isVacant(member) ? [] : member
  if (!Array.isArray(list)) return undefined
  for (const one of asked.add) {
    if (!list.some((known) => isDeepStrictEqual(known, one))) list.push(treeOf(one))
  }
  return list
}

function isVacant(tree: Tree | undefined): boolean {
  return (
    tree === undefined ||
    tree === null ||
    (typeof tree === 'object' && Object.keys(tree).length === 0)
  )
}

function isBranch(tree: Tree): tree is Branch {
  return typeof tree === 'object' && tree !== null && !Array.isArray(tree)
}

function prune(tree: Tree, step: Step): Tree {
  const isKept = typeof step === 'number' || KEPT_EMPTY.has(step)
  if (Array.isArray(tree)) {
    const members = tree.map(prune)
    const left = members.filter((member) => member !== GONE)
    return left.length === 0 && members.length > 0 && !isKept ? GONE : left
  }
  if (!isBranch(tree)) return tree
  const fields = Object.entries(tree).map(([key, member]) => [key, prune(member, key)] as const)
  const left = fields.filter(([, member]) => member !== GONE)
  return left.length === 0 && fields.length > 0 && !isKept ? GONE : Object.fromEntries(left)
}
