/** Which advisories a source has, and when each was modified (ISO 8601), by its id. */
export type ModifiedList = ReadonlyMap<string, string>

/** What has to be fetched, and what is no longer there. */
export interface Delta {
  readonly changed: readonly string[]
  readonly gone: readonly string[]
}

/** Reads `modified_id.csv` of OSV: `modified,id` in each row; undefined when a row is something else. */
export function readModifiedList(text: string): ModifiedList | undefined {
  const list = new Map<string, string>()
  for (const row of text.split('\n')) {
    if (row.trim() === '') continue
    const [, modified, id] = ROW.exec(row) ?? []
    if (modified === undefined || id === undefined) return undefined
    list.set(id, modified)
  }
  return list.size === 0 ? undefined : list
}

// Ids become parts of addresses and of nothing else.
const ROW = /^(\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})),([\w.:+-]+)\r?$/

/** In what a source differs from what is here. O(advisories). */
export function deltaOf(theirs: ModifiedList, ours: ModifiedList): Delta {
  return {
    changed: [...theirs].flatMap(([id, modified]) =>
      isSameInstant(modified, ours.get(id)) ? [] : [id],
    ),
    gone: [...ours.keys()].filter((id) => !theirs.has(id)),
  }
}

// Written with more or fewer digits it is the same instant.
function isSameInstant(one: string, other: string | undefined): boolean {
  return one === other || (other !== undefined && Date.parse(one) === Date.parse(other))
}
