import type { Document } from '../../model/document.ts'
import type { FieldEdit } from '../../model/edit.ts'
import type { Resource } from '../../model/resource.ts'

/** What one charge wants changed, and which objects it wants gone. */
interface Wanting {
  readonly edits: readonly FieldEdit[]
  readonly removes?: readonly Resource[]
}

/** Those of some answers that can be made together: of two that contradict each other the first counts. O(edits²). */
export function agreeing<Answer extends Wanting>(answers: readonly Answer[]): readonly Answer[] {
  const gone = new Set(
    answers.flatMap(({ removes = [] }) => removes.map(({ document }) => document)),
  )
  const accepted = new Map<Document, FieldEdit[]>()
  const agreed: Answer[] = []
  for (const answer of answers) {
    const isRefused = answer.edits.some(({ place }) => gone.has(place.document))
    if (isRefused || answer.edits.some((edit) => isContradicted(edit, accepted))) continue
    agreed.push(answer)
    for (const edit of answer.edits) {
      const { document } = edit.place
      accepted.set(document, [...(accepted.get(document) ?? []), edit])
    }
  }
  return agreed
}

function isContradicted(
  edit: FieldEdit,
  accepted: ReadonlyMap<Document, readonly FieldEdit[]>,
): boolean {
  return (accepted.get(edit.place.document) ?? []).some((other) => contradicts(edit, other))
}

function contradicts(one: FieldEdit, other: FieldEdit): boolean {
  const [short, long] = [one.place.path, other.place.path].toSorted((a, b) => a.length - b.length)
  if (short?.every((step, depth) => step === long?.[depth]) !== true) return false
  if (short.length < (long?.length ?? 0)) return true
  return one.kind !== other.kind || (one.kind === 'set' && !isSame(one, other))
}

function isSame(one: FieldEdit, other: FieldEdit): boolean {
  const values = [one, other].map((edit) => (edit.kind === 'set' ? JSON.stringify(edit.value) : ''))
  return values[0] === values[1]
}
