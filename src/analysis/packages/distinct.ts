import { firstBy } from '../../base/group.ts'
import type { Flaw } from '../../model/advisories.ts'

/** Flaws, each once, however many advisories tell it: those with the same names are one. The first one stands. O(flaws). */
export function distinctFlaws(flaws: readonly Flaw[]): readonly Flaw[] {
  return [...firstBy(flaws, keyOf).values()]
}

// Every advisory of a flaw knows all names, so the first of them is the same for all.
function keyOf({ id, aliases }: Flaw): string {
  return [id, ...aliases].toSorted()[0] ?? id
}

/**
 * The name by which people look a flaw up: its advisory's own, but for those that a converter made up (`x_`), whose
 * flaws go by the name that most know.
 */
export function flawName({ id, aliases }: Flaw): string {
  if (!id.startsWith('x_')) return id
  const known = ['CVE-', 'GHSA-'].map((prefix) => aliases.find((name) => name.startsWith(prefix)))
  return known.find((name) => name !== undefined) ?? id
}
