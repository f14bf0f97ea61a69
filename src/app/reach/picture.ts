import {
  ALL_CONNECTIONS,
  connectionText,
  includes,
  intersection,
  isEmpty,
  type ConnectionSet,
} from '../../analysis/reach/connection-set.ts'
import type { Peer } from '../../analysis/reach/peer.ts'
import type { Pair, Reach } from '../../analysis/reach/reach.ts'
import {
  MOST_DRAWN,
  type Pass,
  type ToldCell,
  type ToldGroup,
  type ToldNode,
  type ToldPicture,
  type ToldStream,
} from '../../report/reach/picture/picture.ts'

/** What a picture tells besides who reaches whom. */
type Caption = Pick<ToldPicture, 'targets' | 'policies' | 'faults'>

/** What is drawn. */
export interface PictureRequest {
  readonly pairs: Iterable<Pair>
  /** Only what this lets through. */
  readonly port: ConnectionSet | undefined
  readonly caption: Caption
}

/**
 * Who can reach whom as it is drawn: addresses outside are one node, pairs of namespaces are added up, and up to 200
 * workloads each pair is told. O(pairs with a connection).
 */
export function pictureOf(reach: Reach, { pairs, port, caption }: PictureRequest): ToldPicture {
  const ground = groundOf(reach)
  const tally = tallyOf(pairs, { ...ground, port, reach })
  return {
    ...caption,
    plugin: reach.profile.name,
    workloads: reach.workloads.length,
    nodes: ground.nodes,
    groups: ground.groups,
    streams: streamsOf(tally, ground),
    cells: reach.workloads.length > MOST_DRAWN ? undefined : tally.cells,
  }
}

interface Ground {
  readonly nodes: readonly ToldNode[]
  readonly groups: readonly ToldGroup[]
  readonly outside: number
}

function groundOf({ workloads, ingressController }: Reach): Ground {
  const namespaces = [...new Set(workloads.map(({ namespace }) => namespace))].toSorted()
  const places = new Map(namespaces.map((name, at) => [name, at]))
  const nodes: ToldNode[] = workloads.map(({ name, controller, namespace, isActive }) => ({
    label: `${name}[${controller}]`,
    group: places.get(namespace) ?? 0,
    isActive,
  }))
  const outside = nodes.push({ label: 'outside', group: namespaces.length, isActive: true }) - 1
  const groups: ToldGroup[] = namespaces.map((name) => ({ name, kind: 'namespace', nodes: [] }))
  groups.push({ name: 'outside', kind: 'outside', nodes: [] })
  if (ingressController !== undefined) {
    nodes.push({ label: ingressController.id, group: groups.length, isActive: true })
    groups.push({ name: ingressController.id, kind: 'controller', nodes: [] })
  }
  const filled = groups.map((group, at) => ({
    ...group,
    nodes: nodes.flatMap((node, index) => (node.group === at ? [index] : [])),
  }))
  return { nodes, groups: filled, outside }
}

interface Count {
  readonly from: number
  readonly to: number
  all: number
  some: number
  unclear: number
}

interface Tally {
  readonly counts: ReadonlyMap<string, Count>
  readonly cells: readonly ToldCell[]
}

interface Desk extends Ground {
  readonly port: ConnectionSet | undefined
  readonly reach: Reach
}

function tallyOf(pairs: Iterable<Pair>, desk: Desk): Tally {
  const counts = new Map<string, Count>()
  const cells: ToldCell[] = []
  const enter = (cell: ToldCell): void => {
    const [from, to] = [desk.nodes[cell.from]?.group ?? 0, desk.nodes[cell.to]?.group ?? 0]
    const count = counts.get(`${from} ${to}`) ?? { from, to, all: 0, some: 0, unclear: 0 }
    if (cell.pass !== 'none') count[cell.pass]++
    counts.set(`${from} ${to}`, count)
    if (desk.reach.workloads.length <= MOST_DRAWN) cells.push(cell)
  }
  const ranges = new Map<string, Seen>()
  for (const pair of pairs) {
    const { from, to } = pair
    const found = passageOf(pair, desk)
    const ends = { from: nodeOf(from, desk), to: nodeOf(to, desk) }
    if (from.kind === 'addresses' || to.kind === 'addresses')
      addRange(ranges, { ...ends, ...found })
    else if (found.pass !== 'none') enter({ ...ends, ...found })
  }
  for (const seen of ranges.values()) enter(wholeOf(seen, desk))
  return { counts, cells }
}

function nodeOf(peer: Peer, { outside }: Ground): number {
  if (peer.kind === 'workload') return peer.index
  return peer.kind === 'addresses' ? outside : outside + 1
}

interface Passage {
  readonly pass: Pass
  readonly words: string
}

function passageOf({ open, maybe }: Pair, { port }: Desk): Passage {
  const only = (set: ConnectionSet): ConnectionSet =>
    port === undefined ? set : intersection(set, port)
  const [sure, perhaps] = [only(open), only(maybe)]
  const doubt = isEmpty(perhaps) ? '' : `, perhaps ${connectionText(perhaps)}`
  if (!isEmpty(sure)) {
    const isAll = includes(sure, only(ALL_CONNECTIONS))
    return { pass: isAll ? 'all' : 'some', words: `${connectionText(sure)}${doubt}` }
  }
  return isEmpty(perhaps)
    ? { pass: 'none', words: 'No Connections' }
    : { pass: 'unclear', words: `perhaps ${connectionText(perhaps)}` }
}

// How the ranges of addresses outside fare with one workload.
interface Seen {
  readonly from: number
  readonly to: number
  readonly passages: Passage[]
}

function addRange(
  ranges: Map<string, Seen>,
  { from, to, ...passage }: Passage & { readonly from: number; readonly to: number },
): void {
  const seen = ranges.get(`${from} ${to}`) ?? { from, to, passages: [] }
  seen.passages.push(passage)
  ranges.set(`${from} ${to}`, seen)
}

// Pairs without a connection are not listed, so fewer ranges than there are means that some are closed.
function wholeOf({ from, to, passages }: Seen, { reach, outside }: Desk): ToldCell {
  const count = (from === outside ? reach.sources : reach.destinations).length
  const words = [...new Set(passages.map((passage) => passage.words))]
  const isWhole = passages.length === count && words.length === 1
  const told = isWhole ? (words[0] ?? '') : `${passages.length} of ${count} ranges of addresses`
  if (passages.length === count && passages.every(({ pass }) => pass === 'all'))
    return { from, to, pass: 'all', words: told }
  const isOpen = passages.some(({ pass }) => pass === 'all' || pass === 'some')
  const isUnclear = passages.some(({ pass }) => pass === 'unclear')
  return { from, to, pass: isOpen ? 'some' : isUnclear ? 'unclear' : 'none', words: told }
}

function streamsOf({ counts }: Tally, { groups }: Ground): readonly ToldStream[] {
  return [...counts.values()]
    .map((count) => {
      const [from, to] = [
        groups[count.from]?.nodes.length ?? 0,
        groups[count.to]?.nodes.length ?? 0,
      ]
      // A workload to itself is no pair.
      return { ...count, pairs: count.from === count.to ? from * (from - 1) : from * to }
    })
    .filter(({ all, some, unclear }) => all + some + unclear > 0)
    .toSorted((one, two) => one.from - two.from || one.to - two.to)
}
