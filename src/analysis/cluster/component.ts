import type { ComponentName } from '../../model/component.ts'
import type { Edit } from '../../model/edit.ts'
import { isList, isMapping } from '../../model/part.ts'
import type { Place } from '../../model/place.ts'
import type { Resource } from '../../model/resource.ts'
import type { KubernetesVersion } from '../../model/version.ts'
import type { Configuration, Written } from './configuration.ts'
import { INSTALLERS, type InstallerFacts } from './installers.data.ts'
import { SETTINGS, type SettingFacts, type SettingName } from './settings.data.ts'

/** What a program does in one respect, wherever that is decided. */
export interface Setting {
  /** As its flag would be written (`true`, `Node,RBAC`); undefined when it is set to nothing, or nobody knows. */
  readonly value: string | undefined
  /** Where it is written, or would be. */
  readonly place: Place
  /** False when a placeholder, a file that was not read or an installer decides. */
  readonly sure: boolean
  readonly from: 'flag' | 'config file' | 'default'
}

/**
 * One program of a cluster as one place of the estate configures it: a static pod, a file of an installer, a unit, a
 * configuration file. Flags and what files say meet here, with the defaults of the release.
 */
export interface Component {
  readonly name: ComponentName
  /** The objects it is written in, the main one first. */
  readonly sources: readonly [Resource, ...Resource[]]
  /** Where the whole of it stands. */
  readonly place: Place
  readonly setting: (name: SettingName) => Setting
  /** The members of a setting that is a list; none when it is not set. */
  readonly members: (name: SettingName) => readonly string[]
  /** The edits that write a setting; none where that is for a person to do. */
  readonly set: (name: SettingName, value: string) => readonly Edit[]
}

/** Makes the component of a configuration, under a release that what is written may outrank. */
export function componentOf(configuration: Configuration, release: KubernetesVersion): Component {
  const { name, sources, version = release } = configuration
  const setting = (asked: SettingName): Setting => settingOf(configuration, asked, version)
  return {
    name,
    sources,
    place: sources[0].place,
    setting,
    members: (asked) => membersIn(setting(asked).value),
    set: (asked, value) => {
      const [old, ...others] = writtenIn(configuration, asked).toReversed()
      // Of several places that add up or outrank one another a person chooses.
      return others.length === 0 ? (configuration.write?.(asked, value, old) ?? []) : []
    },
  }
}

function settingOf(
  configuration: Configuration,
  name: SettingName,
  version: KubernetesVersion,
): Setting {
  const facts = factsOf(configuration.name, name)
  const [own, last] = inForce(configuration, name, facts)
  if (last === undefined) return defaultOf(configuration, name, version)
  const sure = own.every(({ resolved }) => resolved)
  const before = facts.adds === true ? addedTo(configuration, name) : []
  const texts = [...before, ...own.map(({ value }) => textOf(value))]
  const text = facts.adds === true ? texts.filter((part) => part !== '').join(',') : texts.at(-1)
  const value = isSwitch(facts) ? switchOf(text) : text
  return { value: sure ? value : undefined, place: last.place, sure, from: last.from }
}

// A flag takes the place of what the file says, also where several flags add up.
function inForce(
  configuration: Configuration,
  name: string,
  facts: SettingFacts,
): readonly [readonly Written[], Written | undefined] {
  const all = writtenIn(configuration, name)
  const last = all.at(-1)
  if (facts.adds !== true) return [last === undefined ? [] : [last], last]
  return [all.filter(({ from }) => from === last?.from), last]
}

function writtenIn({ written }: Configuration, name: string): readonly Written[] {
  return written.filter((setting) => setting.name === name)
}

function defaultOf(
  configuration: Configuration,
  name: SettingName,
  version: KubernetesVersion,
): Setting {
  const { installer, unseen, untold = [], home } = configuration
  const given = installedValue(configuration, name)
  const isTold = given !== undefined || installer === undefined || INSTALLERS[installer].isWhole
  const sure = unseen === undefined && isTold && !untold.includes(name)
  const value = given ?? factoryValue(configuration, name, version)
  return { value: sure ? value : undefined, place: unseen ?? home(name), sure, from: 'default' }
}

function factoryValue(
  { name: component, hasFile = false }: Configuration,
  name: SettingName,
  { minor }: KubernetesVersion,
): string | undefined {
  const facts = factsOf(component, name)
  if (!hasFile && facts.bare !== undefined) return facts.bare
  const later = facts.since?.filter((change) => change.minor <= minor) ?? []
  return later.at(-1)?.default ?? facts.default
}

function installedValue({ installer, name }: Configuration, setting: string): string | undefined {
  return installer === undefined ? undefined : installerFacts(installer).settings[name]?.[setting]
}

function addedTo(configuration: Configuration, setting: string): readonly string[] {
  const { installer } = configuration
  if (installer === undefined || installerFacts(installer).adds?.includes(setting) !== true)
    return []
  return [installedValue(configuration, setting) ?? '']
}

function installerFacts(installer: keyof typeof INSTALLERS): InstallerFacts {
  return INSTALLERS[installer]
}

/** What is known of a setting of a program; nothing when it is none of that program's. */
export function factsOf(component: ComponentName, name: string): SettingFacts {
  const known: Readonly<Record<string, SettingFacts>> = SETTINGS[component]
  return Object.hasOwn(known, name) ? (known[name] ?? NO_FACTS) : NO_FACTS
}

const NO_FACTS: SettingFacts = {}

function isSwitch(facts: SettingFacts): boolean {
  return facts.default === 'true' || facts.default === 'false'
}

// The spellings that Go reads.
function switchOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  if (/^(?:1|t|T|true|True|TRUE)$/.test(text)) return 'true'
  return /^(?:0|f|F|false|False|FALSE)$/.test(text) ? 'false' : text
}

/** A scalar as a flag would have it; undefined for what is none. */
export function scalarText(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean'
    ? String(value)
    : undefined
}

/** A value as a flag would have it: members of a list behind commas, those of a mapping as `key=value`. */
export function textOf(value: unknown): string {
  if (isList(value)) return value.map(textOf).join(',')
  if (isMapping(value))
    return Object.entries(value)
      .map(([key, v]) => `${key}=${textOf(v)}`)
      .join(',')
  return scalarText(value) ?? ''
}

function membersIn(value: string | undefined): readonly string[] {
  return (value ?? '')
    .split(',')
    .map((member) => member.trim())
    .filter((member) => member !== '')
}
