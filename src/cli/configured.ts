import type { JudgingTerms } from '../app/asked-rules.ts'
import { loadConfig, type Config } from '../app/config/load-config.ts'
import {
  knownAdvisories,
  USUAL_AGE_DAYS,
  type KnownAdvisories,
} from '../app/db/known-advisories.ts'
import { jewelsOf } from '../app/jewels.ts'
import { declaredIn } from '../app/reach/declared.ts'
import type { ScanRequest } from '../app/scan.ts'
import { stopTerms } from '../app/settings.ts'
import { readStatements } from '../app/vex.ts'
import { VOCABULARY } from '../app/vocabulary.ts'
import { succeed, type Result } from '../base/result.ts'
import { BASELINE_FILE } from './baseline-file.ts'
import { estateOptions, type EstateOptions } from './estate-options.ts'
import type { Host } from './host.ts'
import { isOn, numberOf, valueOf, wholeListOf, wordOf } from './read-flags.ts'
import type { Words } from './words.ts'

/** What a command was told of the estate, with the configuration for what its words leave open. */
export interface Configured {
  readonly config: Config
  /** What was named, else what the configuration names. */
  readonly targets: readonly string[]
  readonly estate: EstateOptions & { readonly advisories: KnownAdvisories | undefined }
  readonly judging: Required<JudgingTerms>
}

/** Reads the flags about the estate and the configuration. `named` are the targets among the words. */
export function configured(words: Words, named: readonly string[], host: Host): Result<Configured> {
  const file = valueOf(words, '--config')
  const config = loadConfig(file, host.workingFolder)
  if (!config.ok) return config
  const estate = estateOptions(words)
  if (!estate.ok) return estate
  const holdsDays = ageOf(words, config.value)
  if (!holdsDays.ok) return holdsDays
  const statements = readStatements(wholeListOf(words, '--vex'), host.workingFolder)
  if (!statements.ok) return statements
  const terms = { holdsDays: holdsDays.value, statements: statements.value }
  const { provider, profile = 'restricted', targets = [] } = config.value.values
  return succeed({
    config: config.value,
    targets: named.length > 0 ? named : targets.map(({ path }) => path),
    estate: {
      ...estate.value,
      provider: estate.value.provider ?? provider,
      configFile: file,
      advisories: knownAdvisories(host.env, host.workingFolder, terms),
      declared: declaredIn(config.value),
    },
    judging: {
      profile,
      offStops: stopTerms(config.value).off,
      jewels: jewelsOf(config.value, host.workingFolder),
      answers: config.value.values.answers ?? [],
    },
  })
}

/** For how many days advisories are relied on. */
export function ageOf(words: Words, { values }: Config): Result<number> {
  const age = numberOf(words, '--db-age', { least: 0, most: 3650 })
  if (!age.ok) return age
  return succeed(age.value ?? values.advisories?.maxAgeDays ?? USUAL_AGE_DAYS)
}

type Level = ScanRequest['gate']['failOn']

/** The gate of a command; `usual` is where it stands when nobody says anything. */
export function gateOf(words: Words, config: Config, usual: Level): Result<ScanRequest['gate']> {
  const failOn = wordOf(words, '--fail-on', VOCABULARY.gate)
  if (!failOn.ok) return failOn
  const exitCode = numberOf(words, '--exit-code', { least: 0, most: 255 })
  if (!exitCode.ok) return exitCode
  const coverageMin = numberOf(words, '--coverage-min', { least: 0, most: 100 })
  if (!coverageMin.ok) return coverageMin
  const { gate, profile } = config.values
  // Who only observes is not stopped; a gate on the command line stops him still.
  const isOwn = failOn.value !== undefined || profile === 'observe'
  return succeed({
    failOn: failOn.value ?? usualGate(config, usual),
    ...(!isOwn && { byStop: stopTerms(config).gates }),
    exitCode: exitCode.value ?? 1,
    coverageMin: coverageMin.value ?? gate?.coverageMin ?? 100,
  })
}

/** Where the gate stands without a flag. */
export function usualGate({ values: { gate, profile } }: Config, usual: Level): Level {
  return profile === 'observe' ? 'never' : (gate?.failOn ?? usual)
}

/** What a run is compared with, if anything. */
export function baselineOf(words: Words, { values }: Config): ScanRequest['baseline'] {
  const newOnly = isOn(words, '--new') || values.gate?.newOnly === true
  const named = valueOf(words, '--baseline') ?? values.gate?.baseline
  const file = named ?? (newOnly ? BASELINE_FILE : undefined)
  return file === undefined ? undefined : { file, newOnly }
}
