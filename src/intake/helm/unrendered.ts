import { basename, dirname } from 'node:path'
import type { Coverage } from '../../model/coverage.ts'
import type { Via } from '../../model/making.ts'
import type { FoundFile } from '../targets.ts'

/** The charts of an estate: what was rendered, what of it came to nothing, and the values that nobody chose. */
export interface ChartLedger {
  /** The charts that were rendered, and with what. */
  readonly vias: readonly Via[]
  /** Those of them that made no object. */
  readonly empty: readonly Via[]
  /** The names of files beside charts that hold values for another rendering. */
  readonly unused: readonly string[]
}

// values-production.yaml, values.eu.yml, staging-values.yaml
const OTHER_VALUES = /^(?:values[-_.].+|.+[-_.]values)\.ya?ml$/

/** The files beside the charts in `folders` that are called like values, but were not chosen by their `paths`. */
export function unusedValues(
  files: readonly FoundFile[],
  folders: ReadonlySet<string>,
  chosen: ReadonlySet<string>,
): readonly string[] {
  return files
    .filter(({ path }) => OTHER_VALUES.test(basename(path)) && folders.has(dirname(path)))
    .filter(({ path }) => !chosen.has(path))
    .map(({ name }) => name)
}

/**
 * What was not looked at although it was rendered, or might have been: charts that made nothing with their values, and
 * values that nobody chose. It is told, but whoever gives no values has not asked for more.
 */
export function renderingCoverage({ vias, empty, unused }: ChartLedger): readonly Coverage[] {
  const reasons = [
    ...reason('made no object', [...new Set(empty.map(({ target }) => target))], empty.length),
    ...reason('values that were not chosen (--values)', unused, unused.length),
  ]
  if (reasons.length === 0) return []
  const examined = vias.length - empty.length
  return [
    {
      what: 'renderings',
      asked: vias.length + unused.length,
      examined,
      reasons,
      isSpare: true,
    },
  ]
}

// A repository of charts has hundreds.
const FIRST_NAMES = 3

function reason(why: string, names: readonly string[], count: number): Coverage['reasons'] {
  if (count === 0) return []
  const rest = names.length - FIRST_NAMES
  const told = [...names.slice(0, FIRST_NAMES), ...(rest > 0 ? [`${rest} more`] : [])].join(', ')
  return [{ why: `${why}: ${told}`, count }]
}
