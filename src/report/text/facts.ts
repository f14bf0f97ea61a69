import { factWords } from '../fact-words.ts'
import type { Verdict } from '../told.ts'
import { flow } from './columns.ts'
import { answer, ANSWER_COLUMN } from './overview.ts'
import type { Pen } from './pen.ts'

/** From which day the facts are that age, and which of them are too old to be relied on. No lines when none were used. */
export function datedFacts({ facts = [] }: Verdict, pen: Pen): readonly string[] {
  const lines = facts.flatMap((each) => {
    const words = pen.say(factWords(each)).split(' ')
    return flow(words, ' ', pen.width - ANSWER_COLUMN)
  })
  return answer('Facts', pen, lines)
}
