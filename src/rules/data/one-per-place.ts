import { formatPath } from '../../model/place.ts'
import type { Complaint } from '../rule.ts'

/** The first complaint about each place: two about one field would be one finding told twice. */
export function onePerPlace(complaints: readonly Complaint[]): readonly Complaint[] {
  if (complaints.length < 2) return complaints
  const first = new Map<string, Complaint>()
  for (const complaint of complaints) {
    const key = formatPath(complaint.place.path)
    if (!first.has(key)) first.set(key, complaint)
  }
  return [...first.values()]
}
