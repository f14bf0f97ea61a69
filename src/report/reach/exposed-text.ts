import { groupBy } from '../../base/group.ts'
import { batch } from '../batch.ts'
import { plural } from '../headline.ts'
import type { Style, Write } from '../report.ts'
import { padEnd } from '../text/columns.ts'
import { createPen, type Pen } from '../text/pen.ts'
import type { ExposedState, ToldExposed, ToldPassage } from './exposed.ts'
import { marksOf, reasonText } from './text.ts'

/**
 * Ways in from outside as text: under each workload what opens it, where, for whom, and what the policies let through.
 * What is not certain has a question mark and says why, what is closed a cross.
 */
export function exposedText(exposed: ToldExposed, style: Style, out: Write): void {
  const pen = createPen(style)
  const { write, flush } = batch(out)
  for (const line of linesOf(exposed, marksOf(style), pen)) write(`${line}\n`)
  flush()
}

function* linesOf(
  exposed: ToldExposed,
  marks: Readonly<Record<ExposedState, string>>,
  pen: Pen,
): Generator<string> {
  const { targets, plugin, workloads, passages, faults } = exposed
  const byWorkload = groupBy(passages, ({ to }) => to)
  yield pen.paint('strong', `What is reachable from outside in ${pen.say(targets.join(' '))}`)
  yield `${byWorkload.size} of ${plural(workloads, 'workload')}, ${waysIn(passages)}, network plugin ${plugin}`
  if (passages.length === 0)
    yield faults.length === 0
      ? 'Nothing leads in from outside.'
      : 'No way in was found in what was read.'
  for (const [to, own] of byWorkload) {
    yield ''
    yield pen.paint('strong', pen.say(to))
    const width = Math.max(...own.map((one) => nameOf(one).length))
    for (const passage of own) {
      const { state, connections, from, at, doubt, because = [] } = passage
      const name = padEnd(pen.say(nameOf(passage)), width)
      yield `  ${marks[state]} ${name}  ${connections} from ${pen.say(from.join(', '))}  ${pen.paint('quiet', pen.say(at))}`
      if (doubt !== undefined) yield pen.paint('quiet', `      cannot tell: ${doubt}`)
      for (const reason of because) yield pen.paint('quiet', `      ${reasonText(reason, pen)}`)
    }
  }
}

function waysIn(passages: readonly ToldPassage[]): string {
  const doors = new Set(passages.map(({ to, way, at }) => `${to} ${way} ${at}`))
  return `${doors.size} ${doors.size === 1 ? 'way' : 'ways'} in`
}

// What stands in the object of the workload itself is named by its way alone.
function nameOf({ way, object }: ToldPassage): string {
  return way === 'hostPort' || way === 'hostNetwork' ? way : `${way} ${object}`
}
