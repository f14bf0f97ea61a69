import { isExcessive } from './alias-guard.ts'
import { cursor, handOver } from './fast-cursor.ts'
import { copyMembers, copyNode, nodeCount, nodesAndKeys } from './layout-table.ts'
import { assign, isMembers, type Members } from './members.ts'
import { refuse } from './refusal.ts'
import { tooManyAliases } from './yaml-fault.ts'

const MINUS = 45
const ZERO = 48
const NINE = 57
const UPPER_A = 65
const UPPER_Z = 90
const UNDERSCORE = 95
const LOWER_A = 97
const LOWER_Z = 122

/** What an anchor names: a value and its node, and how many nodes and keys Kubernetes' decoder visits in it. */
interface Anchored {
  value: unknown
  readonly node: number
  /** UNREAD while the value is being read: an alias in it would stand for a value that contains itself. */
  cost: number
}

const UNREAD = -1
const anchors = new Map<string, Anchored>()
// Counters of Kubernetes' alias guard, and up to which node of the table `decoded` has counted.
let decoded = 1
let aliased = 0
let countedTo = 0

/** Begins a document, whose aliases do not know the anchors of the one before. */
export function beginAnchors(): void {
  forgetAnchors()
  decoded = 1
  aliased = 0
  countedTo = nodeCount()
}

/** Lets go of the values of all anchors. */
export function forgetAnchors(): void {
  if (anchors.size > 0) anchors.clear()
}

/** Where the name of the anchor or alias at `at` ends, if it is one that Kubernetes takes. */
export function nameEnd(at: number): number {
  const { text } = cursor
  let end = at + 1
  while (isNameCharacter(text.charCodeAt(end))) end++
  return end > at + 1 ? end : handOver()
}

/** Reads by `read` the node that the anchor from `at` to `end` names. */
export function readAnchored(at: number, end: number, read: () => unknown): unknown {
  const name = cursor.text.slice(at + 1, end)
  const before = countDecoded()
  const anchored: Anchored = { value: undefined, node: nodeCount(), cost: UNREAD }
  // The name counts from here on; an anchor of the same name inside takes it over.
  anchors.set(name, anchored)
  anchored.value = read()
  anchored.cost = countDecoded() - before
  return anchored.value
}

/** The value that the alias from `at` to `end` repeats; its nodes join the table under a key of their own. */
export function takeAlias(key: string, keyAt: number, at: number, end: number): unknown {
  const anchored = find(at, end)
  countAlias(anchored, at, keyAt === -1 ? 1 : 2)
  copyNode(anchored.node, key, keyAt)
  countedTo = nodeCount()
  return anchored.value
}

/**
 * Merges the mapping that the alias from `at` to `end` repeats into `members`. It overrides what they have and yields
 * to what comes after; `merged` learns which keys they did not have, as giving those again repeats nothing.
 */
export function mergeAlias(members: Members, merged: Set<string>, at: number, end: number): void {
  const anchored = find(at, end)
  const { value } = anchored
  if (!isMembers(value)) return handOver()
  countAlias(anchored, at, 1)
  copyMembers(anchored.node)
  countedTo = nodeCount()
  for (const key of Object.keys(value)) {
    if (!Object.hasOwn(members, key)) merged.add(key)
    assign(members, key, value[key])
  }
}

function find(at: number, end: number): Anchored {
  const anchored = anchors.get(cursor.text.slice(at + 1, end))
  return anchored === undefined || anchored.cost === UNREAD ? handOver() : anchored
}

function countAlias(anchored: Anchored, at: number, own: number): void {
  decoded = countDecoded() + own + anchored.cost
  aliased += anchored.cost
  if (aliased > cursor.maxAliasNodes || isExcessive(aliased, decoded)) refuse(tooManyAliases(at))
}

function countDecoded(): number {
  decoded += nodesAndKeys(countedTo)
  countedTo = nodeCount()
  return decoded
}

function isNameCharacter(code: number): boolean {
  if (code >= LOWER_A) return code <= LOWER_Z
  if (code >= UPPER_A) return code <= UPPER_Z || code === UNDERSCORE
  return code === MINUS || (code >= ZERO && code <= NINE)
}
