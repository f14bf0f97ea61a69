import type { Document } from '../../model/document.ts'
import { isMapping, memberOf } from '../../model/part.ts'
import type { ResourceIdentity } from '../../model/resource.ts'
import { RANCHER_OPTIONS } from './rancher-options.data.ts'

/**
 * What a document without apiVersion configures: the machine of a Talos cluster, k3s or RKE2. Told by its shape, and
 * where the words are anybody's by the folder those programs read too; undefined for everything else. O(keys).
 */
export function settingsIdentity({ source, value }: Document): ResourceIdentity | undefined {
  if (!isMapping(value) || 'apiVersion' in value || 'kind' in value) return undefined
  const name = source.file.slice(source.file.lastIndexOf('/') + 1)
  if (isTalos(value)) return { apiVersion: 'talos', kind: 'MachineConfig', name }
  const program = rancherProgram(Object.keys(value), source.file)
  return program && { ...RANCHER_KINDS[program], name }
}

/**
 * Whether a text might be such a file: cheaper than reading it by far. It may say yes for nothing, but a text it
 * refuses is none. O(text).
 */
export function mayBeSettings(text: string, file: string): boolean {
  if (rancherPlace(file) !== undefined) return true
  return OWN_OPTION.test(text) || (TALOS_KEY.test(text) && text.includes(TALOS_VERSION))
}

/** Whether a file of this path is one that k3s or RKE2 would read: then all that is wrong with it matters. */
export function isSettingsPlace(file: string): boolean {
  return rancherPlace(file) !== undefined
}

const RANCHER_KINDS = {
  k3s: { apiVersion: 'k3s', kind: 'K3sConfig' },
  rke2: { apiVersion: 'rke2', kind: 'Rke2Config' },
} as const

type RancherProgram = keyof typeof RANCHER_KINDS

const TALOS_VERSION = 'v1alpha1'
const TALOS_KEY = /^["']?machine["']?[ \t]*:/m

function isTalos(value: Readonly<Record<string, unknown>>): boolean {
  const machine = memberOf(value, 'machine')
  if (memberOf(value, 'version') !== TALOS_VERSION || !isMapping(machine)) return false
  return typeof memberOf(machine, 'type') === 'string' || isMapping(memberOf(value, 'cluster'))
}

const COMMON: ReadonlySet<string> = new Set(RANCHER_OPTIONS.common.split(' '))
const RKE2: ReadonlySet<string> = new Set(RANCHER_OPTIONS.rke2.split(' '))
const OWN: ReadonlySet<string> = new Set(RANCHER_OPTIONS.own.split(' '))

const OWN_OPTION = new RegExp(
  String.raw`^["']?(?:${[...OWN, ...RKE2].join('|')})\+?["']?[ \t]*:`,
  'm',
)

function rancherProgram(keys: readonly string[], file: string): RancherProgram | undefined {
  // A plus behind a key adds to what other files of the folder say.
  const options = keys.map((key) => key.replace(/\+$/, ''))
  const isKnown = options.every((key) => OWN.has(key) || RKE2.has(key) || COMMON.has(key))
  if (!isKnown || options.length === 0) return undefined
  const place = rancherPlace(file)
  if (place !== undefined) return place
  if (options.some((key) => RKE2.has(key)) || /rke2/i.test(file)) {
    return options.every((key) => COMMON.has(key)) ? undefined : 'rke2'
  }
  return options.some((key) => OWN.has(key)) ? 'k3s' : undefined
}

const PLACE = /(?:^|\/)rancher\/(k3s|rke2)\/config\.yaml(?:\.d\/[^/]+\.ya?ml)?$/

function rancherPlace(file: string): RancherProgram | undefined {
  const program = PLACE.exec(file)?.[1]
  return program === 'k3s' || program === 'rke2' ? program : undefined
}
