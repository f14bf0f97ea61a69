import type { Step } from '../model/document.ts'
import type { Json } from '../model/edit.ts'
import type { Change, Within } from './changes.ts'
import type { Entry } from './entries.ts'

/** The written members of a collection next to what becomes of them. */
export interface Pairing {
  readonly entries: readonly Entry[]
  readonly kept: readonly Entry[]
  readonly removed: ReadonlySet<Entry>
  readonly changed: readonly Changed[]
  /** Fields that are new to a mapping. */
  readonly gained: Readonly<Record<string, Json>>
  /** Members that are new to a list. */
  readonly appended: readonly Json[]
}

/** A member that stays, with a change of its value. */
export interface Changed {
  readonly entry: Entry
  readonly change: Change
}

/** Pairs them. Of a key given twice both go, but only the last one, which counts, is changed. O(entries + changes). */
export function pairEntries(entries: readonly Entry[], change: Within): Pairing {
  const { members, appended } = change
  const last = new Map<Step, Entry>(entries.map((entry) => [entry.step, entry]))
  const kept = entries.filter(({ step }) => members.get(step)?.kind !== 'remove')
  const changed: Changed[] = []
  for (const entry of kept) {
    const inside = last.get(entry.step) === entry ? members.get(entry.step) : undefined
    if (inside !== undefined) changed.push({ entry, change: inside })
  }
  return {
    entries,
    kept,
    removed: new Set(entries.filter(({ step }) => members.get(step)?.kind === 'remove')),
    changed,
    gained: gainedFields(members, last),
    appended,
  }
}

function gainedFields(
  members: ReadonlyMap<Step, Change>,
  present: ReadonlyMap<Step, Entry>,
): Readonly<Record<string, Json>> {
  const gained: [string, Json][] = []
  for (const [step, change] of members) {
    if (typeof step === 'string' && change.kind === 'write' && !present.has(step)) {
      gained.push([step, change.value])
    }
  }
  return Object.fromEntries(gained)
}
