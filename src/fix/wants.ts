import type { Path, Step } from '../model/document.ts'
import type { FieldEdit, Json } from '../model/edit.ts'
import { isList, isMapping, memberOf } from '../model/part.ts'
import { isSame } from './same.ts'

/** An edit, with the way to its field from the root of the YAML document. */
export interface Wish {
  readonly edit: FieldEdit
  readonly path: Path
}

/** All that is wanted of a field and of what lies below it. Wishes for one field never contradict each other. */
export interface Want {
  readonly wishes: readonly Wish[]
  readonly below: ReadonlyMap<Step, Want>
}

/** Wishes in one tree, and those that were left out. */
export interface Gathering {
  readonly want: Want
  readonly contradicting: readonly Wish[]
}

interface Draft {
  readonly wishes: Wish[]
  readonly below: Map<Step, Draft>
}

/**
 * Gathers the wishes for one document. A wish that is there already is left out silently; one that contradicts an
 * earlier wish is reported. O(wishes * depth), plus the pairs at one field.
 */
export function gatherWants(wishes: readonly Wish[]): Gathering {
  const root = createDraft()
  const contradicting: Wish[] = []
  for (const wish of wishes) {
    const way = wayTo(root, wish.path)
    const target = way.at(-1)
    if (target === undefined || target.wishes.some((known) => isRepeated(known, wish))) continue
    if (contradicts(wish, way, target)) contradicting.push(wish)
    else target.wishes.push(wish)
  }
  return { want: root, contradicting }
}

/** All wishes of a tree. */
export function wishesIn(want: Want): readonly Wish[] {
  return [...want.wishes, ...[...want.below.values()].flatMap(wishesIn)]
}

function createDraft(): Draft {
  return { wishes: [], below: new Map() }
}

function wayTo(root: Draft, path: Path): readonly Draft[] {
  const way = [root]
  let draft = root
  for (const step of path) {
    const next = draft.below.get(step) ?? createDraft()
    draft.below.set(step, next)
    way.push(next)
    draft = next
  }
  return way
}

function isRepeated(known: Wish, wish: Wish): boolean {
  return isSame(wanted(known.edit), wanted(wish.edit))
}

function wanted(edit: FieldEdit): unknown {
  switch (edit.kind) {
    case 'set':
      return ['set', edit.value]
    case 'add':
      return ['add', edit.members]
    case 'remove':
      return ['remove']
  }
}

function contradicts(wish: Wish, way: readonly Draft[], target: Draft): boolean {
  const above = way.some((draft) => draft.wishes.some((known) => !agree(known, wish)))
  return above || [...target.below.values()].some((draft) => opposes(draft, wish))
}

function opposes(draft: Draft, wish: Wish): boolean {
  if (draft.wishes.some((known) => !agree(wish, known))) return true
  return [...draft.below.values()].some((below) => opposes(below, wish))
}

/** Whether both can be had, when the field of `lower` is that of `upper` or lies below it. */
function agree(upper: Wish, lower: Wish): boolean {
  const rest = lower.path.slice(upper.path.length)
  switch (upper.edit.kind) {
    case 'remove':
      return lower.edit.kind === 'remove'
    case 'set':
      return admits(upper.edit.value, rest, lower.edit)
    case 'add':
      if (rest.length > 0) return typeof rest[0] === 'number'
      return lower.edit.kind === 'add' || (lower.edit.kind === 'set' && isList(lower.edit.value))
  }
}

// A value that is to be written may still get fields and members that it does not speak of.
function admits(value: Json, path: Path, edit: FieldEdit): boolean {
  let current: unknown = value
  for (const step of path) {
    const member = memberOf(current, step)
    if (member === undefined) {
      return edit.kind === 'remove' || (typeof step === 'string' && isMapping(current))
    }
    current = member
  }
  if (edit.kind === 'set') return isSame(current, edit.value)
  return edit.kind === 'add' && isList(current)
}
