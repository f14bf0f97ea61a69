import type * as yaml from 'yaml'
import { isExcessive } from './alias-guard.ts'
import { nodeCount } from './layout-table.ts'
import type { YamlLimits } from './limits.ts'
import { refuse } from './refusal.ts'
import { tooMany, tooManyAliases, type Trouble } from './yaml-fault.ts'

/** What one document's conversion needs at every level; the counters are those of Kubernetes' own alias guard. */
export interface Walk {
  readonly text: string
  readonly base: number
  readonly root: yaml.Node
  readonly limits: YamlLimits
  readonly anchored: ReadonlyMap<yaml.Alias, yaml.Node>
  readonly open: Set<yaml.Alias>
  readonly troubles: Trouble[]
  decoded: number
  aliased: number
  /** Where the node that was converted last ends as it is written: an alias ends with its own name. */
  end: number
}

/** Where a node begins, or `otherwise` when nothing is written. */
export function offsetOf(walk: Walk, node: yaml.Node | null, otherwise: number): number {
  return node?.range ? walk.base + node.range[0] : otherwise
}

/** Counts a node or key that Kubernetes' decoder visits; it refuses when nearly all of them come out of aliases. */
export function count(walk: Walk, offset: number): void {
  walk.decoded++
  if (walk.open.size > 0) walk.aliased++
  const { decoded, aliased, limits } = walk
  if (nodeCount() >= limits.maxNodes) refuse(tooMany(offset, limits.maxNodes))
  if (aliased > limits.maxAliasNodes || isExcessive(aliased, decoded))
    refuse(tooManyAliases(offset))
}

/** Begins to convert what an alias repeats. */
export function enterAlias(walk: Walk, alias: yaml.Alias): void {
  const offset = offsetOf(walk, alias, walk.base)
  if (walk.open.has(alias)) {
    refuse({
      code: 'INTAKE_ALIASES',
      offset,
      message: `The alias *${alias.source} stands inside the value that it repeats.`,
      remedy: 'Point it at a value that does not contain it.',
    })
  }
  count(walk, offset)
  walk.open.add(alias)
}

/** Ends what enterAlias began. */
export function leaveAlias(walk: Walk, alias: yaml.Alias): void {
  walk.open.delete(alias)
  walk.end = walk.base + (alias.range?.[1] ?? 0)
}
