import type { Config } from '../app/config/load-config.ts'
import { USUAL_AGE_DAYS } from '../app/db/known-advisories.ts'
import { EXIT } from '../app/outcome.ts'
import { settingsOf, type Given } from '../app/settings.ts'
import { printable } from '../report/printable.ts'
import { usualGate } from './configured.ts'
import type { Host } from './host.ts'
import { isOn, valueOf } from './read-flags.ts'
import type { Words } from './words.ts'

/** The keys of portolan.yaml that a command heeds, `gate.failOn` apart from the rest of its section. */
const HEEDED = {
  scan: [
    'profile',
    'targets',
    'provider',
    'stops',
    'gate',
    'owners',
    'crownJewels',
    'answers',
    'advisories',
    'waivers',
    'cluster',
    'outputs',
  ],
  fix: ['profile', 'targets', 'provider', 'stops', 'waivers', 'cluster'],
  baseline: ['profile', 'targets', 'provider', 'stops', 'waivers', 'cluster'],
  diff: ['profile', 'provider', 'stops', 'gate.failOn', 'waivers', 'cluster'],
  guide: ['provider', 'targets', 'answers', 'reach'],
  questions: ['provider', 'targets', 'answers'],
  packages: ['provider', 'targets', 'advisories'],
  sbom: ['provider', 'targets'],
  compliance: [
    'profile',
    'targets',
    'provider',
    'stops',
    'gate',
    'owners',
    'crownJewels',
    'answers',
    'waivers',
    'cluster',
  ],
  responsibility: ['profile', 'targets', 'provider', 'stops', 'waivers', 'cluster'],
  map: ['profile', 'targets', 'provider', 'stops', 'crownJewels', 'answers', 'waivers', 'cluster'],
  reach: ['provider', 'targets', 'reach'],
  lift: ['targets', 'waivers', 'cluster'],
} as const

/** A command that reads portolan.yaml. */
export type ConfiguredCommand = keyof typeof HEEDED

/** Whether the values in force are asked for instead of what the command does. */
export function asksForConfig(words: Words): boolean {
  return isOn(words, '--show-config')
}

/** Tells the values that are in force for a command, and where each comes from. */
export function showConfig(
  command: ConfiguredCommand,
  words: Words,
  { config, named }: { readonly config: Config; readonly named: readonly string[] },
  host: Host,
): number {
  const isHeeded = ({ key }: { readonly key: string }): boolean =>
    HEEDED[command].some((known) => key === known || key.startsWith(`${known}.`))
  const given = givenBy(words, { command, config, named }).filter(isHeeded)
  for (const { key, value, from } of settingsOf(given, config).filter(isHeeded)) {
    host.out(`${printable(`${key}: ${value}`)}  # ${printable(from)}\n`)
  }
  return EXIT.fine
}

interface Told {
  readonly command: ConfiguredCommand
  readonly config: Config
  readonly named: readonly string[]
}

function givenBy(words: Words, { command, config, named }: Told): readonly Given[] {
  const given = (key: string, flag: string, usual: string): Given => ({
    key,
    flag,
    value: valueOf(words, flag) ?? (isOn(words, flag) ? 'true' : undefined),
    usual,
  })
  const unflagged = (key: string, usual: string): Given => ({
    key,
    flag: '',
    value: undefined,
    usual,
  })
  const targets = named.length > 0 ? named.join(' ') : undefined
  return [
    unflagged('profile', 'restricted'),
    { key: 'targets', flag: 'TARGET', value: targets, usual: '.' },
    given('provider', '--provider', 'found out'),
    given('cluster', '--cluster', 'none'),
    given('gate.failOn', '--fail-on', usualGate(config, USUAL_GATES[command] ?? 'high')),
    given('gate.newOnly', '--new', 'false'),
    given('gate.baseline', '--baseline', 'none'),
    given('gate.coverageMin', '--coverage-min', '100'),
    given('advisories.maxAgeDays', '--db-age', `${USUAL_AGE_DAYS}`),
    given('outputs', '--format', 'text'),
    unflagged('waivers.maxDays', '180'),
    unflagged('waivers.locked', '[]'),
  ]
}

const USUAL_GATES: Readonly<Partial<Record<ConfiguredCommand, 'never'>>> = { compliance: 'never' }
