import { isList, isMapping, memberOf, type Field } from '../../model/part.ts'
import type { Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'

/** A folder or file of the machine that a service gets; `resolved` when all of its path is known. */
export interface Mount {
  readonly source: string
  readonly resolved: boolean
  readonly place: Place
}

/** What a Compose service mounts of the machine, in the short and the long form; named volumes are none of it. */
export function mountsOf(service: Resource): readonly Mount[] {
  return service.list('volumes').flatMap(({ value, place, resolved }): readonly Mount[] => {
    if (typeof value === 'string') {
      const source = sourceIn(value)
      return source === undefined
        ? []
        : [{ source, resolved: resolved || !source.includes('${'), place }]
    }
    const source = memberOf(value, 'source')
    if (typeof source !== 'string' || memberOf(value, 'type') !== 'bind') return []
    return [{ source, resolved: !source.includes('${'), place }]
  })
}

// A colon inside of a variable, `${DIR:-/var}`, separates nothing.
function sourceIn(volume: string): string | undefined {
  const source = /^((?:\$\{[^}]*\}|\$(?!\{)|[^:$])+):/.exec(volume)?.[1]
  return source !== undefined && /^[/.~$]/.test(source) ? source : undefined
}

/** A port of a service that the machine hands on. */
export interface PublishedPort {
  /** The address of the machine that it listens on; undefined for all of them. */
  readonly address: string | undefined
  /** The port of the container; undefined when nobody knows. */
  readonly target: number | undefined
  readonly place: Place
}

/** The ports that a Compose service publishes. Source: docs.docker.com/reference/compose-file/services/#ports, read 2026-11-25. */
export function portsOf(service: Resource): readonly PublishedPort[] {
  return service.list('ports').flatMap((field) => portIn(field) ?? [])
}

function portIn({ value, place }: Field): PublishedPort | undefined {
  if (typeof value === 'number') return { address: undefined, target: value, place }
  if (typeof value === 'string') return shortPort(value, place)
  const target = Number(memberOf(value, 'target'))
  const address = memberOf(value, 'host_ip')
  if (!Number.isInteger(target)) return undefined
  return { address: typeof address === 'string' ? address : undefined, target, place }
}

// Anything longer is none, and would only cost time.
const LONGEST_PORT = 200

function shortPort(text: string, place: Place): PublishedPort {
  const bare = text.slice(0, LONGEST_PORT).replace(/\/\w+$/, '')
  const ports = /^(?:(.*):)?((?:\$\{[^}]*\}|[\d-])*):([\d-]+)$/.exec(bare)
  const address = ports?.[1]?.replace(/^\[|\]$/g, '')
  const target = Number(/(\d+)$/.exec(bare)?.[1] ?? Number.NaN)
  return { address, target: Number.isInteger(target) ? target : undefined, place }
}

/** A variable of a service, from the mapping or the list form of `environment`. */
export interface Variable {
  readonly name: string
  readonly value: string
  readonly place: Place
}

/** The variables that a Compose service sets to literal values. */
export function variablesOf(service: Resource): readonly Variable[] {
  const environment = memberOf(service.value, 'environment')
  if (isList(environment))
    return service.list('environment').flatMap(({ value, place }) => {
      const [, name, text] = typeof value === 'string' ? (/^([^=]+)=(.*)$/s.exec(value) ?? []) : []
      return name === undefined || text === undefined ? [] : [{ name, value: text, place }]
    })
  if (!isMapping(environment)) return []
  return Object.entries(environment).flatMap(([name, value]) =>
    typeof value === 'string' || typeof value === 'number'
      ? [{ name, value: String(value), place: service.at('environment', name) }]
      : [],
  )
}
