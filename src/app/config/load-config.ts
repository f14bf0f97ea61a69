import { dirname, join, resolve } from 'node:path'
import type { Fault } from '../../base/fault.ts'
import { fail, succeed, type Result } from '../../base/result.ts'
import { STOPS } from '../../model/itinerary.ts'
import { extendedFile, type ExtendedFile } from './extended-file.ts'
import { findConfig } from './find-config.ts'
import { readConfigFile, type ReadConfig } from './read-config-file.ts'
import type { ConfigFile } from './schema.ts'

/** A configuration with all that it extends: paths are relative to the working folder. */
export interface Config {
  /** The file itself, without those that it extends; undefined when there is none. */
  readonly file: string | undefined
  readonly values: ConfigFile
  /** Where each value was written: the key as --show-config names it, and its `file:line:column`. */
  readonly origins: ReadonlyMap<string, string>
  /** What `reach` says, of all files, each with its `file:line:column`. */
  readonly expectations: readonly Expectation[]
}

/** A connection that is to be there, or is not to be. */
export interface Expectation {
  readonly verb: 'allow' | 'deny'
  readonly at: string
  readonly from: string
  readonly to: string
  /** As `--port` takes it. */
  readonly port: string | undefined
  readonly reason: string | undefined
}

const NONE: Config = {
  file: undefined,
  values: { version: 1 },
  origins: new Map(),
  expectations: [],
}

/** Reads the file that is named, or the one that belongs to the working folder; without either all is as usual. */
export function loadConfig(named: string | undefined, workingFolder: string): Result<Config> {
  const file = named ?? findConfig(workingFolder)
  return file === undefined ? succeed(NONE) : load({ file, confine: undefined }, workingFolder, [])
}

function load(
  { file, confine }: ExtendedFile,
  workingFolder: string,
  above: readonly string[],
): Result<Config> {
  const read = readConfigFile(file, workingFolder)
  if (!read.ok) return read
  const stray = confine === undefined ? undefined : strayKey(read.value)
  if (stray !== undefined) return fail(stray)
  const path = resolve(workingFolder, file)
  let merged = NONE
  for (const [index, other] of (read.value.config.extends ?? []).entries()) {
    const next = extendedFile(other, { file, workingFolder, confine })
    if (!next.ok) return fail(misled(read.value, index, next.fault))
    const way = [...above, path]
    const { file: found } = next.value
    if (way.includes(resolve(workingFolder, found))) return fail(circle(read.value, index, found))
    const base = load(next.value, workingFolder, way)
    if (!base.ok) return base
    merged = merge(merged, base.value)
  }
  return succeed(merge(merged, ownConfig(file, read.value)))
}

function misled({ pointOf }: ReadConfig, index: number, { message, remedy }: Fault): Fault {
  return { code: 'CONFIG', at: pointOf(['extends', index]), message, remedy }
}

// A package says what is judged by. What is read and written here is no matter of others.
function strayKey({ config, pointOf }: ReadConfig): Fault | undefined {
  const key = (['targets', 'outputs'] as const).find((name) => config[name] !== undefined)
  const path = key === undefined ? ['gate', 'baseline'] : [key]
  if (key === undefined && config.gate?.baseline === undefined) return undefined
  return {
    code: 'CONFIG',
    at: pointOf(path),
    message: `A package cannot say ${path.join('.')}: it is no file of this repository.`,
    remedy: 'Write it into the portolan.yaml of the repository.',
  }
}

function circle({ pointOf }: ReadConfig, index: number, next: string) {
  return {
    code: 'CONFIG',
    at: pointOf(['extends', index]),
    message: `${next} leads back to itself, so nothing could be read to the end.`,
    remedy: 'Remove one of the two entries of extends.',
  } as const
}

function ownConfig(file: string, { config, pointOf }: ReadConfig): Config {
  const keys = leavesOf(config)
  return {
    file,
    values: withPaths(config, dirname(file)),
    origins: new Map(keys.map((path) => [path.join('.'), pointOf(path)])),
    expectations: (['allow', 'deny'] as const).flatMap((verb) =>
      (config.reach?.[verb] ?? []).map(({ from, to, port, reason }, index) => ({
        verb,
        at: pointOf(['reach', verb, index]),
        from,
        to,
        port: port === undefined ? undefined : String(port),
        reason,
      })),
    ),
  }
}

// Lists are one value: the later file replaces them whole.
function leavesOf({
  stops = {},
  gate = {},
  advisories = {},
  waivers = {},
  ...rest
}: ConfigFile): readonly (readonly string[])[] {
  return [
    ...Object.keys(rest).map((key) => [key]),
    ...Object.keys(stops).map((stop) => ['stops', stop]),
    ...Object.keys(gate).map((key) => ['gate', key]),
    ...Object.keys(advisories).map((key) => ['advisories', key]),
    ...Object.keys(waivers).map((key) => ['waivers', key]),
  ]
}

// Paths are relative to the file that names them.
function withPaths(config: ConfigFile, folder: string): ConfigFile {
  const { targets, outputs, gate } = config
  const at = (path: string): string => (/^[$/]/.test(path) ? path : join(folder, path))
  return {
    ...config,
    ...(targets && { targets: targets.map(({ path }) => ({ path: at(path) })) }),
    ...(outputs && { outputs: outputs.map(({ format, file }) => ({ format, file: at(file) })) }),
    ...(gate?.baseline !== undefined && { gate: { ...gate, baseline: at(gate.baseline) } }),
  }
}

function merge(base: Config, own: Config): Config {
  const values = { ...base.values, ...own.values }
  const stops = { ...base.values.stops, ...own.values.stops }
  return {
    file: own.file,
    values: {
      ...values,
      ...(STOPS.some((stop) => stops[stop] !== undefined) && { stops }),
      ...(values.gate && { gate: { ...base.values.gate, ...own.values.gate } }),
      ...(values.advisories && {
        advisories: { ...base.values.advisories, ...own.values.advisories },
      }),
      ...(values.answers && { answers: mergeAnswers(base.values.answers, own.values.answers) }),
      ...(values.reach && { reach: mergeReach(base.values.reach, own.values.reach) }),
      ...(values.waivers && { waivers: mergeWaivers(base.values.waivers, own.values.waivers) }),
    },
    origins: new Map([...base.origins, ...own.origins]),
    expectations: [...base.expectations, ...own.expectations],
  }
}

type Answers = NonNullable<ConfigFile['answers']>

// Whoever runs the platform answers for many; what is said later of one question counts.
function mergeAnswers(base: Answers = [], own: Answers = []): Answers {
  const said = new Set(own.map(({ question }) => question))
  return [...base.filter(({ question }) => !said.has(question)), ...own]
}

type Expected = NonNullable<ConfigFile['reach']>

// What a file that others build on forbids, they cannot permit.
function mergeReach(base: Expected = {}, own: Expected = {}): Expected {
  const [allow, deny] = [
    [...(base.allow ?? []), ...(own.allow ?? [])],
    [...(base.deny ?? []), ...(own.deny ?? [])],
  ]
  return { ...(allow.length > 0 && { allow }), ...(deny.length > 0 && { deny }) }
}

type Waivers = NonNullable<ConfigFile['waivers']>

// What a file that others build on locks, they cannot unlock.
function mergeWaivers(base: Waivers = {}, own: Waivers = {}): Waivers {
  const locked = [...new Set([...(base.locked ?? []), ...(own.locked ?? [])])]
  return { ...base, ...own, ...(locked.length > 0 && { locked }) }
}
