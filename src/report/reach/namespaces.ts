import { padEnd, padStart } from '../text/columns.ts'
import type { Pen } from '../text/pen.ts'
import type { ToldPeer, ToldReach, ToldRow } from './reach.ts'

/** How much passes between two groups of peers: pairs with a connection for sure, and with one perhaps. */
interface Traffic {
  readonly from: string
  readonly to: string
  readonly open: number
  readonly unclear: number
}

/** The group a peer is told with: its namespace, or what it is outside of all. */
function groupOf(peer: ToldPeer): string {
  if (peer.namespace !== undefined) return peer.namespace
  return peer.kind === 'addresses' ? 'outside' : peer.id
}

/** Adds the rows up by groups, sorted by name. O(rows). */
function trafficOf({ peers, connections, unclear }: ToldReach): readonly Traffic[] {
  const groups = new Map(peers.map((peer) => [peer.id, groupOf(peer)]))
  const counts = new Map<string, { from: string; to: string; open: number; unclear: number }>()
  const count = (rows: Iterable<ToldRow>, what: 'open' | 'unclear'): void => {
    for (const row of rows) {
      const [from, to] = [groups.get(row.from) ?? row.from, groups.get(row.to) ?? row.to]
      const key = `${from}\0${to}`
      const entry = counts.get(key) ?? { from, to, open: 0, unclear: 0 }
      entry[what]++
      counts.set(key, entry)
    }
  }
  count(connections(), 'open')
  count(unclear(), 'unclear')
  return [...counts].toSorted(([one], [two]) => (one < two ? -1 : 1)).map(([, entry]) => entry)
}

/** Which namespace reaches which, as lines of text. */
export function namespacesText(reach: ToldReach, pen: Pen): readonly string[] {
  const traffic = trafficOf(reach)
  const width = Math.max(...traffic.flatMap(({ from, to }) => [from.length, to.length]), 4)
  return [
    'By namespace, in pairs of workloads; portolan reach FROM TO lists them.',
    '',
    `${padEnd('from', width)}  ${padEnd('to', width)}  ${padStart('open', 8)}  ${padStart('unclear', 8)}`,
    ...traffic.map(
      ({ from, to, open, unclear }) =>
        `${padEnd(pen.say(from), width)}  ${padEnd(pen.say(to), width)}  ${padStart(String(open), 8)}  ${padStart(String(unclear), 8)}`,
    ),
  ]
}
