import type { Run } from '../report.ts'
import type { Verdict } from '../told.ts'
import { flow } from './columns.ts'
import { answer, ANSWER_COLUMN } from './overview.ts'
import type { Pen } from './pen.ts'

// Enough to see with which values; a repository of charts has hundreds.
const FIRST_NAMES = 5

/** What was rendered before it was judged, each with the values that were chosen. No lines when nothing was. */
export function rendered({ coverage }: Verdict, { verbose }: Run, pen: Pen): readonly string[] {
  const names = coverage.flatMap((entry) => entry.names ?? [])
  if (names.length === 0) return []
  const told = verbose ? names : names.slice(0, FIRST_NAMES)
  const rest = names.length - told.length
  const parts = [...told, ...(rest > 0 ? [`${rest} more`] : [])].map(pen.say)
  return answer('Rendered', pen, flow(parts, pen.joint, pen.width - ANSWER_COLUMN))
}
