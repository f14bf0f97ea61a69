import type { Fault } from '../base/fault.ts'
import { locate, spanOf, type Layout } from '../model/document.ts'
import type { Edit, RepinEdit } from '../model/edit.ts'
import { withVersions } from '../model/package.ts'
import { resourceOf, type Resource } from '../model/resource.ts'
import type { Source } from '../model/source.ts'
import { unfound } from './refusal.ts'
import { applySplices, orderSplices, replacement, type Splice } from './splice.ts'

/** Whether an edit changes the version of a package. */
export function isRepin(edit: Edit): edit is RepinEdit {
  return edit.kind === 'repin'
}

/**
 * Changes versions of packages where they are written. A version that does not stand exactly once in what its package
 * spans is left alone and refused. O(text + edits).
 */
export function repin(
  { text }: Source,
  edits: readonly RepinEdit[],
): { readonly text: string; readonly refused: readonly Fault[] } {
  const splices = orderSplices(edits.flatMap(splicesOf))
  const refused = edits.filter((edit) => splicesOf(edit).length === 0).map(unfound)
  return { text: splices === undefined ? text : applySplices(text, splices), refused }
}

/**
 * A lock file after its versions were changed, standing in `source`, which holds the new text. What stands beside it
 * on the disk told the rest of it and still does, so it is not read again. O(packages).
 */
export function repinned(file: Resource, source: Source, edits: readonly RepinEdit[]): Resource {
  const { document } = file
  const own = edits.filter(({ place }) => place.document === document)
  const made = own.filter((edit) => splicesOf(edit).length > 0)
  const layout = shifted(document.layout, orderSplices(made.flatMap(splicesOf)) ?? [])
  const value = withVersions(document.value, new Map(made.map(versionAfter)))
  return resourceOf({ ...document, source, layout, value })
}

function versionAfter({ place, to }: RepinEdit): readonly [number, string] {
  return [Number(place.path[1]), to]
}

function splicesOf({ place, from, to }: RepinEdit): readonly Splice[] {
  const { source, layout } = place.document
  const { start, end } = spanOf(layout, locate(place.document, place.path).node)
  const [only, ...others] = timesIn(source.text.slice(start, end), from)
  if (only === undefined || others.length > 0) return []
  return [replacement(start + only, start + only + from.length, to)]
}

// A part of a longer version or name is another one. Go writes a v in front.
function timesIn(text: string, version: string): readonly number[] {
  const found: number[] = []
  for (let at = text.indexOf(version); at !== -1; at = text.indexOf(version, at + 1)) {
    const before = text.slice(Math.max(0, at - 2), at)
    const after = text.slice(at + version.length, at + version.length + 1)
    if (/(?:^|[^\w.+-])v?$/.test(before) && !/[\w.+-]/.test(after)) found.push(at)
  }
  return found
}

function shifted({ keys, offsets }: Layout, splices: readonly Splice[]): Layout {
  const moved = (offset: number): number =>
    splices.reduce(
      (sum, { at, until, text }) => (offset >= until ? sum + text.length - (until - at) : sum),
      offset,
    )
  // Every fourth number counts nodes, the others characters.
  return { keys, offsets: offsets.map((each, index) => (index % 4 === 3 ? each : moved(each))) }
}
