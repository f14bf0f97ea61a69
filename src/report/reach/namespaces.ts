import { padEnd, padStart } from '../text/columns.ts'
import type { Pen } from '../text/pen.ts'
import type { ToldReach } from './reach.ts'

/** Which namespace reaches which, as lines of text. */
export function namespacesText(reach: ToldReach, pen: Pen): readonly string[] {
  const traffic = reach.traffic()
  const width = traffic.reduce((most, { from, to }) => Math.max(most, from.length, to.length), 4)
  return [
    'By namespace, in pairs of peers; portolan reach FROM TO lists them.',
    '',
    `${padEnd('from', width)}  ${padEnd('to', width)}  ${padStart('open', 8)}  ${padStart('unclear', 8)}`,
    ...traffic.map(
      ({ from, to, open, unclear }) =>
        `${padEnd(pen.say(from), width)}  ${padEnd(pen.say(to), width)}  ${padStart(String(open), 8)}  ${padStart(String(unclear), 8)}`,
    ),
  ]
}
