import { STOPS, type Stop } from '../model/itinerary.ts'
import { memberOf } from '../model/part.ts'
import type { Gate } from '../report/report.ts'
import type { Config } from './config/load-config.ts'

/** A value that is in force, and where it came from: a flag, a place in a file, or nobody said anything. */
export interface Setting {
  readonly key: string
  readonly value: string
  readonly from: string
}

/** A value as a flag gave it, under the key that a configuration would give it by. */
export interface Given {
  readonly key: string
  readonly flag: string
  /** Undefined when the flag was not given. */
  readonly value: string | undefined
  readonly usual: string
}

/** The effective values: flags before the configuration, the configuration before what is usual. */
export function settingsOf(given: readonly Given[], config: Config): readonly Setting[] {
  const told = given.map(({ key, flag, value, usual }): Setting => {
    if (value !== undefined) return { key, value, from: `flag ${flag}` }
    const from = config.origins.get(key)
    return {
      key,
      value: from === undefined ? usual : valueAt(config, key),
      from: from ?? 'default',
    }
  })
  const known = new Set(told.map(({ key }) => key))
  const others = [...config.origins]
    .filter(([key]) => !known.has(key) && key !== 'extends' && key !== 'version')
    .map(([key, from]): Setting => ({ key, value: valueAt(config, key), from }))
  return [...told, ...others]
}

function valueAt({ values }: Config, key: string): string {
  let value: unknown = values
  for (const step of key.split('.')) value = memberOf(value, step)
  return JSON.stringify(value)
}

/** What a configuration says of single stops. */
export interface StopTerms {
  readonly gates: ReadonlyMap<Stop, Gate['failOn']>
  readonly off: ReadonlyMap<Stop, string>
}

/** The gates of stops that have their own, and the stops that are off with the reason why. */
export function stopTerms({ values }: Config): StopTerms {
  const stops = STOPS.map((stop) => [stop, values.stops?.[stop]] as const)
  return {
    gates: new Map(
      stops.flatMap(([stop, terms]) => (terms?.gate === undefined ? [] : [[stop, terms.gate]])),
    ),
    off: new Map(
      stops.flatMap(([stop, terms]) => (terms?.reason === undefined ? [] : [[stop, terms.reason]])),
    ),
  }
}
