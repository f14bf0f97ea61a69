import type { Fault } from '../../base/fault.ts'
import { DEFAULT_CONFIG, mergeConfigs, type Config } from './config.ts'
import { withoutTwins, type Item } from './item.ts'
import type { Variable } from './variables.ts'

/** What a build has gathered so far. */
export interface Accumulation {
  readonly items: readonly Item[]
  readonly config: Config
  readonly variables: readonly Variable[]
  /** What was left out: parts from the network, programs. */
  readonly faults: readonly Fault[]
}

/** Nothing gathered. */
export const NOTHING: Accumulation = {
  items: [],
  config: DEFAULT_CONFIG,
  variables: [],
  faults: [],
}

/** Adds what another folder gathered; no object may be in both. */
export function joined(one: Accumulation, other: Accumulation): Accumulation {
  return {
    items: withoutTwins([...one.items, ...other.items]),
    config: mergeConfigs(one.config, other.config),
    variables: [...one.variables, ...other.variables],
    faults: [...one.faults, ...other.faults],
  }
}

/** Adds objects. */
export function withItems(accumulation: Accumulation, items: readonly Item[]): Accumulation {
  if (items.length === 0) return accumulation
  return { ...accumulation, items: withoutTwins([...accumulation.items, ...items]) }
}

/** Notes that something was left out. */
export function withFault(accumulation: Accumulation, fault: Fault): Accumulation {
  return { ...accumulation, faults: [...accumulation.faults, fault] }
}
