import { clearLinks } from '../../analysis/encryption/clear-links.ts'
import { CLEAR_SCHEMES } from '../../analysis/encryption/clear-schemes.data.ts'
import { encryptsNodes } from '../../analysis/encryption/mesh.ts'
import { tlsOffIn, isTlsOffVariable } from '../../analysis/encryption/tls-off.ts'
import { isMapping } from '../../model/part.ts'
import type { Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'
import type { Scene } from '../../model/scene.ts'
import { configCredentials } from './config-values.ts'
import { decodedMember } from './secret-values.ts'

/** A member of a ConfigMap that speaks in clear, or that switches TLS off. `what` ends a sentence. */
export interface OpenMember {
  readonly key: string
  readonly place: Place
  readonly what: string
  readonly sure: boolean
  /** The value as it should be, where that is certain. */
  readonly mended: string | undefined
}

// Pages, pictures of dashboards and scripts are full of links that nobody follows from here.
const NO_SETTINGS = /\.(?:html?|js|css|svg|md|json|xsd|lua|sql|tmpl|tpl)$/i

// A line that sets something to a URL: `endpoint: http://…`, `url = "http://…"`, `proxy_pass http://…;`.
const SETS_LINK =
  /(?:url|uri|endpoint|addr(?:ess)?|host|server|target|broker|dsn|webhook|api|base|proxy_pass|forward|remote)["']?\s{0,5}[:= ]\s{0,5}["']?(?:http|ws):\/\//i

/**
 * The members of a ConfigMap or a Secret that speak in clear to another machine. Where the data as a whole is already
 * told of for TLS that is switched off, these wait until that is mended.
 */
export function clearMembers(config: Resource, scene: Scene): readonly OpenMember[] {
  const found = membersOf(config).flatMap((member) => clearMember(config, member, scene) ?? [])
  if (found.every(isOfMember)) return found
  return tlsOffMembers(config).every(isOfMember) ? found : found.filter(isOfMember)
}

function isOfMember({ place }: OpenMember): boolean {
  return place.path.length > 1
}

function clearMember(config: Resource, member: Member, scene: Scene): OpenMember | undefined {
  const { key, value } = member
  if (!value.includes('://') || NO_SETTINGS.test(key) || /proxy/i.test(key)) return undefined
  if (tlsOffIn(value) !== undefined) return undefined
  const isWrapped = encryptsNodes(scene)
  for (const line of settingLines(value)) {
    const link = clearLinks(line, scene).find(
      ({ whereabouts }) => !isWrapped || whereabouts === 'outside',
    )
    if (link === undefined || (isCommon(link.scheme) && !setsLink(line, value))) continue
    const sure = link.whereabouts !== 'unknown'
    const to = sure ? link.host : 'a host that is not known here'
    return {
      key,
      place: placeOf(config, member),
      what: `${link.title} to ${to}`,
      sure,
      mended: undefined,
    }
  }
  return undefined
}

/** The members of a ConfigMap that switch TLS or its checks off. */
export function tlsOffMembers(config: Resource): readonly OpenMember[] {
  return membersOf(config).flatMap((member): readonly OpenMember[] => {
    const { key, value } = member
    if (NO_SETTINGS.test(key) && !key.endsWith('.json')) return []
    if (isTlsOffVariable(key, value))
      return [
        {
          key,
          place: placeOf(config, member),
          what: `${key}=${value}`,
          sure: true,
          mended: undefined,
        },
      ]
    const found = tlsOffIn(value)
    if (found === undefined) return []
    const place = placeOf(config, member)
    // A value that holds a credential as well is left for a person to touch.
    const isOwn = config.type === 'ConfigMap' && place.path.length === 2
    return [
      { key, place, what: found.setting, sure: true, mended: isOwn ? found.mended : undefined },
    ]
  })
}

// What a Secret holds is looked at as programs get it. Only the setting is told, never the value.
function membersOf(config: Resource): readonly Member[] {
  if (config.type === 'Secret') {
    const sections = ['data', 'stringData'] as const
    return sections.flatMap((section) =>
      keysOf(config, section).flatMap((key) => memberAt(section, key, decodedMember(config, key))),
    )
  }
  return keysOf(config, 'data').flatMap((key) =>
    memberAt('data', key, config.get('data', key)?.value),
  )
}

/** A member of a ConfigMap or of a Secret, as text. */
interface Member {
  readonly section: 'data' | 'stringData'
  readonly key: string
  readonly value: string
}

function keysOf(config: Resource, section: string): readonly string[] {
  const members = config.get(section)?.value
  return isMapping(members) ? Object.keys(members) : []
}

function memberAt(section: Member['section'], key: string, value: unknown): readonly Member[] {
  return typeof value === 'string' ? [{ section, key, value }] : []
}

function placeOf(config: Resource, { section, key }: Member): Place {
  return config.type === 'Secret' ? config.at(section, key) : memberPlace(config, key)
}

/**
 * Where to tell of a member of a ConfigMap: the member itself, unless the rule about credentials has it; what else is
 * wrong with it is then told of the data.
 */
export function memberPlace(config: Resource, key: string): Place {
  const hasCredential = configCredentials(config).some((found) => found.key === key)
  return hasCredential ? config.at('data') : config.at('data', key)
}

function settingLines(value: string): readonly string[] {
  return value
    .slice(0, LONGEST_VALUE)
    .split('\n')
    .filter((line) => line.includes('://') && !/^\s{0,40}(?:#|\/\/|;|--)/.test(line))
}

const LONGEST_VALUE = 100_000

function isCommon(scheme: string): boolean {
  return CLEAR_SCHEMES.get(scheme)?.isCommon === true
}

function setsLink(line: string, value: string): boolean {
  return /^["']?(?:http|ws):\/\/\S+$/i.test(value.trim()) || SETS_LINK.test(line)
}
