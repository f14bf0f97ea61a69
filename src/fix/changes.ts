import type { Step } from '../model/document.ts'
import type { Json } from '../model/edit.ts'
import { isList, isMapping, memberOf } from '../model/part.ts'
import { isSame } from './same.ts'
import { wishesIn, type Want, type Wish } from './wants.ts'

/** What becomes of one field: written anew, taken away, or changed further inside. */
export type Change =
  | { readonly kind: 'write'; readonly value: Json }
  | { readonly kind: 'remove' }
  | Within

/** Changes of a mapping's fields or a list's members (by their old numbers), and the members that a list gains. */
export interface Within {
  readonly kind: 'within'
  readonly members: ReadonlyMap<Step, Change>
  readonly appended: readonly Json[]
}

/** What becomes of a document (nothing when all is there already), and the wishes its shape forbids. */
export interface Settlement {
  readonly change: Change | undefined
  readonly impossible: readonly Impossible[]
}

/** A wish that the shape of the document forbids, and why. */
interface Impossible {
  readonly wish: Wish
  readonly reason: string
}

/** A field as it is; `step` is undefined for the root of a document. */
interface Field {
  readonly step: Step | undefined
  readonly isWritten: boolean
  readonly value: unknown
}

type Forbid = (want: Want, reason: string) => void

// An empty mapping under these names is not the same as none: it selects everything, chooses a kind of volume, or is
// simply demanded (Kubernetes API 1.36).
const MEANT_WHEN_EMPTY: ReadonlySet<Step> = new Set([
  'spec',
  'template',
  'metadata',
  'selector',
  'podSelector',
  'namespaceSelector',
  'labelSelector',
  'emptyDir',
])

/** Compares what is wanted with what is there. O(fields on the ways of the wishes). */
export function settleWants(want: Want, value: unknown): Settlement {
  const impossible: Impossible[] = []
  const forbid: Forbid = (refused, reason) => {
    for (const wish of wishesIn(refused)) {
      // What cannot be there need not be removed.
      if (wish.edit.kind !== 'remove') impossible.push({ wish, reason })
    }
  }
  const change = settle(want, { step: undefined, isWritten: true, value }, forbid)
  return { change, impossible }
}

function settle(want: Want, field: Field, forbid: Forbid): Change | undefined {
  if (want.wishes.some(({ edit }) => edit.kind === 'remove')) {
    return field.isWritten ? { kind: 'remove' } : undefined
  }
  const isWhole = want.wishes.some(({ edit }) => edit.kind === 'set')
  if (isWhole || isVacant(field.value)) return settleAnew(want, field, forbid)
  if (isList(field.value)) return settleList(want, field, field.value, forbid)
  if (isMapping(field.value)) return settleMapping(want, field, field.value, forbid)
  forbid(want, 'a single value stands in the way')
  return undefined
}

/** Absent, null or an empty collection: what is wanted is written as a whole. */
function isVacant(value: unknown): boolean {
  if (value === undefined || value === null) return true
  if (isList(value)) return value.length === 0
  return isMapping(value) && Object.keys(value).length === 0
}

function settleAnew(want: Want, field: Field, forbid: Forbid): Change | undefined {
  const value = assemble(want, undefined, forbid)
  return value === undefined ? undefined : towards(field.value, value)
}

// The value that `want` makes where nothing is, or out of `base`, which an enclosing wish writes.
function assemble(want: Want, base: Json | undefined, forbid: Forbid): Json | undefined {
  let value = base
  for (const { edit } of want.wishes) if (edit.kind === 'set') value = edit.value
  for (const { edit } of want.wishes) {
    if (edit.kind === 'add' && edit.members.length > 0) value = united(value, edit.members)
  }
  for (const [step, below] of want.below) {
    if (typeof step === 'number') {
      if (jsonMember(value, step) === undefined) forbid(below, 'the list has no such member')
    } else if (isList(value)) {
      forbid(below, 'a list is wanted in the same place')
    } else {
      const inner = assemble(below, jsonMember(value, step), forbid)
      if (inner !== undefined) value = { ...(isMapping(value) ? value : {}), [step]: inner }
    }
  }
  return value
}

function jsonMember(value: Json | undefined, step: Step): Json | undefined {
  if (typeof step === 'number') return isList(value) ? value[step] : undefined
  return isMapping(value) && Object.hasOwn(value, step) ? value[step] : undefined
}

function united(value: Json | undefined, members: readonly Json[]): readonly Json[] {
  const list = isList(value) ? value : []
  return [...list, ...missing(list, members)]
}

function missing(present: readonly unknown[], members: readonly Json[]): readonly Json[] {
  const absent: Json[] = []
  for (const member of members) {
    if (![...present, ...absent].some((known) => isSame(known, member))) absent.push(member)
  }
  return absent
}

// A value written over another keeps what both have, and with it the comments there.
function towards(before: unknown, value: Json): Change | undefined {
  if (isSame(before, value)) return undefined
  if (isVacant(before) || isVacant(value)) return { kind: 'write', value }
  if (isMapping(before) && isMapping(value)) return towardsMapping(before, value)
  if (isList(before) && isList(value) && before.every((member, at) => isSame(member, value[at]))) {
    return { kind: 'within', members: new Map(), appended: value.slice(before.length) }
  }
  return { kind: 'write', value }
}

function towardsMapping(
  before: Readonly<Record<string, unknown>>,
  value: Readonly<Record<string, Json>>,
): Change {
  const members = new Map<Step, Change>()
  for (const key of Object.keys(before)) {
    if (!Object.hasOwn(value, key)) members.set(key, { kind: 'remove' })
  }
  for (const [key, member] of Object.entries(value)) {
    const change = towards(memberOf(before, key), member)
    if (change !== undefined) members.set(key, change)
  }
  return { kind: 'within', members, appended: [] }
}

function settleMapping(
  want: Want,
  field: Field,
  value: Readonly<Record<string, unknown>>,
  forbid: Forbid,
): Change | undefined {
  if (want.wishes.length > 0) forbid({ ...want, below: new Map() }, 'it is a mapping, not a list')
  const members = new Map<Step, Change>()
  for (const [step, below] of want.below) {
    if (typeof step === 'number') forbid(below, 'a mapping stands where a list is expected')
    else {
      const isWritten = Object.hasOwn(value, step)
      const change = settle(below, { step, isWritten, value: memberOf(value, step) }, forbid)
      if (change !== undefined) members.set(step, change)
    }
  }
  if (members.size === 0) return undefined
  if (isEmptied(Object.keys(value), members)) return emptied(field, {})
  return { kind: 'within', members, appended: [] }
}

function settleList(
  want: Want,
  field: Field,
  value: readonly unknown[],
  forbid: Forbid,
): Change | undefined {
  const members = new Map<Step, Change>()
  for (const [step, below] of want.below) {
    if (typeof step === 'string') forbid(below, 'a list stands where a mapping is expected')
    else if (step >= value.length) forbid(below, 'the list has no such member')
    else {
      const change = settle(below, { step, isWritten: true, value: value[step] }, forbid)
      if (change !== undefined) members.set(step, change)
    }
  }
  const kept = value.filter((_, index) => members.get(index)?.kind !== 'remove')
  const added = want.wishes.flatMap(({ edit }) => (edit.kind === 'add' ? edit.members : []))
  const appended = missing(kept, added)
  if (members.size === 0 && appended.length === 0) return undefined
  if (kept.length === 0 && appended.length === 0) return emptied(field, [])
  return { kind: 'within', members, appended }
}

function isEmptied(keys: readonly string[], members: ReadonlyMap<Step, Change>): boolean {
  if (members.size !== keys.length) return false
  return keys.every((key) => members.get(key)?.kind === 'remove')
}

// A member of a list stays, or its neighbours would get other numbers.
function emptied({ step }: Field, value: Json): Change {
  const isKept = typeof step !== 'string' || MEANT_WHEN_EMPTY.has(step)
  return isKept ? { kind: 'write', value } : { kind: 'remove' }
}
