import { padEnd, padStart } from '../text/columns.ts'
import type { Pen } from '../text/pen.ts'
import type { ToldReach } from './reach.ts'

/** From this many namespaces on one line for each says more than one for each two of them. */
const MOST_PAIRED = 30

type Traffic = ReturnType<ToldReach['traffic']>

/** Which namespace reaches which, as lines of text; in large estates how much each sends and receives. */
export function namespacesText(traffic: Traffic, pen: Pen): readonly string[] {
  const names = [...new Set(traffic.flatMap(({ from, to }) => [from, to]))].toSorted()
  return names.length > MOST_PAIRED ? sumText(traffic, names, pen) : pairText(traffic, pen)
}

function pairText(traffic: Traffic, pen: Pen): readonly string[] {
  const width = widthOf(traffic.flatMap(({ from, to }) => [from, to]))
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

const HEADS = ['within', 'to others', 'from others', 'unclear'] as const

function sumText(traffic: Traffic, names: readonly string[], pen: Pen): readonly string[] {
  const sums = new Map(names.map((name) => [name, [0, 0, 0, 0]]))
  const add = (name: string, at: number, pairs: number): void => {
    const sum = sums.get(name)
    if (sum !== undefined) sum[at] = (sum[at] ?? 0) + pairs
  }
  for (const { from, to, open, unclear } of traffic) {
    if (from === to) add(from, 0, open)
    else {
      add(from, 1, open)
      add(to, 2, open)
      add(to, 3, unclear)
    }
    add(from, 3, unclear)
  }
  const width = widthOf(names)
  const line = (name: string, cells: readonly (number | string)[]): string =>
    [padEnd(name, width), ...cells.map((cell) => padStart(String(cell), 12))].join('  ')
  return [
    `By namespace, in pairs of peers, as there are ${names.length}; portolan reach FROM TO lists them.`,
    '',
    line('namespace', HEADS),
    ...names.map((name) => line(pen.say(name), sums.get(name) ?? [])),
  ]
}

// A list of all namespaces may be too long for the arguments of a call.
function widthOf(names: readonly string[]): number {
  return names.reduce((most, { length }) => Math.max(most, length), 'namespace'.length)
}
