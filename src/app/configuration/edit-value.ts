import type { FieldEdit, Json } from '../../model/edit.ts'
import { isList, isMapping } from '../../model/part.ts'

type Path = FieldEdit['place']['path']

/** A value with edits made to it, as `portolan fix` would make them to the text. Paths lead from its root. */
export function editValue(value: Json, edits: readonly FieldEdit[]): Json {
  // Members are taken away last and from the end, so that the numbers of the others still hold.
  const removals = edits.filter(({ kind }) => kind === 'remove').toSorted(fromTheEnd)
  const others = edits.filter(({ kind }) => kind !== 'remove')
  return [...others, ...removals].reduce(
    (current, edit) => editAt(current, edit.place.path, edit) ?? null,
    value,
  )
}

function fromTheEnd(one: FieldEdit, other: FieldEdit): number {
  const [a, b] = [one.place.path, other.place.path]
  const at = a.findIndex((step, depth) => step !== b[depth])
  const [left, right] = [a[at], b[at]]
  return typeof left === 'number' && typeof right === 'number' ? right - left : 0
}

// Undefined when nothing is left.
function editAt(value: Json | undefined, path: Path, edit: FieldEdit): Json | undefined {
  const [step, ...below] = path
  if (step === undefined) return edited(value, edit)
  if (typeof step === 'number') return isList(value) ? inList(value, step, below, edit) : value
  const fields = isMapping(value) ? value : {}
  const { [step]: old, ...others } = fields
  const member = editAt(old, below, edit)
  if (member !== undefined) return { ...fields, [step]: member }
  return Object.keys(others).length === 0 ? undefined : others
}

function inList(
  list: readonly Json[],
  index: number,
  below: Path,
  edit: FieldEdit,
): Json | undefined {
  const member = editAt(list[index], below, edit)
  const members = member === undefined ? list.toSpliced(index, 1) : list.with(index, member)
  return members.length === 0 ? undefined : members
}

function edited(value: Json | undefined, edit: FieldEdit): Json | undefined {
  switch (edit.kind) {
    case 'set':
      return edit.value
    case 'remove':
      return undefined
    case 'add': {
      const known = isList(value) ? value : []
      const texts = new Set(known.map((member) => JSON.stringify(member)))
      return [...known, ...edit.members.filter((member) => !texts.has(JSON.stringify(member)))]
    }
  }
}
