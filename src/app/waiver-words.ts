import { formatPath } from '../model/place.ts'
import { plural } from '../report/headline.ts'
import { standingWords } from '../report/waiver.ts'
import type { WaiverUse } from '../verdict/waivers/lift.ts'
import type { Waiver } from '../verdict/waivers/waiver.ts'
import { scopeWords } from './lift-scope.ts'

/** One sentence for each waiver that speaks of findings and lifts them no longer. */
export function returnWords(uses: readonly WaiverUse[]): readonly string[] {
  return uses
    .filter(({ standing, covers }) => standing !== 'in force' && covers > 0)
    .map((use) => {
      const { covers, waiver } = use
      const count = `${plural(covers, 'finding')} of ${waiver.rule.id} ${covers === 1 ? 'is' : 'are'} open`
      return `${waiver.id} (${waiver.owner}) ${standingWords(use)}: ${count}.`
    })
}

/** What a waiver covers. */
export function coverWords({ cover }: Waiver): string {
  if (cover.kind === 'scope') return scopeWords(cover.scope)
  const fields = cover.places.map(({ path }) =>
    path.length === 0 ? 'the object' : formatPath(path),
  )
  return `${[...new Set(fields)].join(', ')} below it`
}
