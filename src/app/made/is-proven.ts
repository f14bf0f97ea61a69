import { groupBy } from '../../base/group.ts'
import { isSame } from '../../fix/same.ts'
import { sourceAt, spanOf, type Document } from '../../model/document.ts'
import type { FieldEdit, Json } from '../../model/edit.ts'
import { isList, isMapping } from '../../model/part.ts'
import type { Survey } from '../../model/survey.ts'
import { editValue } from '../configuration/edit-value.ts'

/**
 * Whether everything that was made again is what it was, but for the fields that `edits` are about. What a loop or
 * another overlay makes of the same text may change in the same fields. O(objects + edits).
 */
export function isProven(before: Survey, after: Survey, edits: readonly FieldEdit[]): boolean {
  if (after.faults.length > before.faults.length) return false
  const wanted = groupBy(edits, ({ place }) => originOf(place.document))
  const now = resourcesByMaking(after)
  const then = resourcesByMaking(before)
  if (now.size !== then.size) return false
  return [...then].every(([via, resources]) => {
    const others = now.get(via) ?? []
    return (
      others.length === resources.length &&
      resources.every((resource, index) => {
        const own = wanted.get(originOf(resource.document)) ?? []
        return isAsWanted(resource.value, others[index]?.value, own)
      })
    )
  })
}

function isAsWanted(before: unknown, after: unknown, edits: readonly FieldEdit[]): boolean {
  if (isSame(before, after)) return true
  if (!isJson(before) || !isJson(after)) return false
  const made = edits.filter((edit) => isSame(editValue(after, [edit]), after))
  return isSame(editValue(before, made), after)
}

// Kubernetes' own numbers fit; others are no fields that a fix is about.
function isJson(value: unknown): value is Json {
  if (isList(value)) return value.every(isJson)
  if (isMapping(value)) return Object.values(value).every(isJson)
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}

function resourcesByMaking({ scene, renderings = [scene] }: Survey) {
  const all = new Set(renderings.flatMap(({ resources }) => resources))
  return groupBy([...all], ({ document }) => JSON.stringify(document.making?.via ?? null))
}

// Where the object itself begins: every rendering of one text begins there.
function originOf(document: Document): string {
  const { start } = spanOf(document.layout, document.node)
  return `${sourceAt(document, document.node).file}:${start}`
}
