import type { Fault } from '../../base/fault.ts'
import { factWords } from '../fact-words.ts'
import { parsePoint } from '../point.ts'
import type { Verdict } from '../told.ts'
import { messageOf } from './message.ts'
import { artifactOf } from './uri.ts'

/** A fault of the world as a notification: where, what and what next. */
export function faultNotification({ code, at, message, remedy }: Fault): object {
  const { file, line, column } = parsePoint(at)
  const region = { startLine: line, ...(column !== undefined && { startColumn: column }) }
  return {
    descriptor: { id: code },
    level: 'error',
    message: messageOf(`Not examined: ${message} ${remedy}`),
    locations: [
      {
        physicalLocation: {
          artifactLocation: artifactOf(file),
          ...(line !== undefined && { region }),
        },
      },
    ],
  }
}

/** Says that nobody was to look at a stop, and why. */
export function offNotification([stop, why]: readonly [string, string]): object {
  return {
    descriptor: { id: 'OFF' },
    level: 'warning',
    message: messageOf(`Not examined: the stop ${stop} is off: ${why}`),
  }
}

/** Says how old facts are that the judgement rests on; a warning when they are too old to be relied on. */
export function factNotification(facts: NonNullable<Verdict['facts']>[number]): object {
  return {
    descriptor: { id: 'FACTS' },
    level: facts.isStale ? 'warning' : 'note',
    message: messageOf(factWords(facts)),
  }
}

/** Says that `what` did not fit into the file. */
export function leftOutNotification(what: string): object {
  return {
    descriptor: { id: 'LIMIT' },
    level: 'warning',
    message: messageOf(
      `${what} left out, because code scanning takes no more. The JSON report has all.`,
    ),
  }
}
