import { groupBy } from '../../base/group.ts'
import { SEVERITIES } from '../../model/itinerary.ts'
import { kindFacts } from '../../verdict/map/components.data.ts'
import type { MapLink } from '../../verdict/map/links.ts'
import type { EstateMap, MapComponent, Standing } from '../../verdict/map/map.ts'
import { plural } from '../headline.ts'

// A sheet with more cannot be read, and Mermaid refuses to draw it.
const MOST_IN_NAMESPACES = 400

/** A map that can be drawn: where there is too much in the namespaces, each is one component with counts. */
export function grouped(map: EstateMap): EstateMap {
  const children = groupBy(map.components, ({ parent }) => parent)
  const workloads = map.components.filter(({ kind }) => kind === 'workload' || kind === 'store')
  const inside = map.components.filter(({ parent }) => parent !== undefined)
  if (workloads.length <= MOST_WORKLOADS && inside.length <= MOST_IN_NAMESPACES) return map
  const components = map.components
    .filter(({ parent }) => parent === undefined)
    .map((component) => {
      const own = children.get(component.id)
      return own === undefined ? component : withAll(component, own)
    })
  const parents = new Map(
    map.components.flatMap(({ id, parent }) =>
      parent === undefined ? [] : [[id, parent] as const],
    ),
  )
  return { ...map, components, links: linksBetween(map.links, parents) }
}

const MOST_WORKLOADS = 200

function withAll(namespace: MapComponent, own: readonly MapComponent[]): MapComponent {
  const all = [namespace, ...own]
  const kinds = [...groupBy(own, ({ kind }) => kind)].map(([kind, { length }]) =>
    plural(length, kindFacts(kind).title.toLowerCase()),
  )
  return {
    ...namespace,
    note: kinds.join(', '),
    findings: all.flatMap(({ findings }) => findings),
    standing: sumOf(all.flatMap(({ standing }) => standing ?? [])),
  }
}

const WORST_FIRST = ['Urgent', 'Exposed', 'Attention', 'Not examined', 'Clear'] as const

function sumOf(standings: readonly Standing[]): Standing {
  const sum = (count: (standing: Standing) => number): number =>
    standings.reduce((total, standing) => total + count(standing), 0)
  const counts = { critical: 0, high: 0, medium: 0, low: 0 }
  for (const severity of SEVERITIES) counts[severity] = sum((standing) => standing.counts[severity])
  return {
    state: WORST_FIRST.find((word) => standings.some(({ state }) => state === word)) ?? 'Clear',
    counts,
    waived: sum(({ waived }) => waived),
    cannotTell: sum(({ cannotTell }) => cannotTell),
  }
}

function linksBetween(
  links: readonly MapLink[],
  parents: ReadonlyMap<string, string>,
): readonly MapLink[] {
  const moved = links
    .map(({ from, to, what }) => ({
      from: parents.get(from) ?? from,
      to: parents.get(to) ?? to,
      what,
    }))
    .filter(({ from, to }) => from !== to)
  return [...new Map(moved.map((link) => [`${link.from} ${link.to}`, link])).values()]
}
