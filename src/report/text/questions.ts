import { plural } from '../headline.ts'
import type { Run } from '../report.ts'
import { flow } from './columns.ts'
import { answer, ANSWER_COLUMN } from './overview.ts'
import type { Pen } from './pen.ts'

/** One line for all that no manifest can show; none when nothing was asked, or all of it was answered well. */
export function openQuestions({ questions }: Run, pen: Pen): readonly string[] {
  if (questions === undefined) return []
  const { open, expired, no } = questions
  const facts = [
    ...(open > 0 ? [`${plural(open, 'question')} that no manifest answers`] : []),
    ...(expired > 0 ? [`${plural(expired, 'answer')} expired`] : []),
    ...(no > 0 ? [`${no} answered no`] : []),
  ]
  if (facts.length === 0) return []
  return answer(
    'Ask',
    pen,
    flow([...facts, 'portolan questions'], pen.joint, pen.width - ANSWER_COLUMN),
  )
}
