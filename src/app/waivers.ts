import { dirname, isAbsolute, relative, resolve, sep } from 'node:path'
import type { Fault } from '../base/fault.ts'
import { fail, succeed, type Result } from '../base/result.ts'
import {
  findWaiverFiles,
  newWaiverFile,
  readWaiverText,
  WAIVER_FILE,
  waiverDocument,
} from '../intake/waiver-files.ts'
import type { Document } from '../model/document.ts'
import { ruleOf } from '../rules/catalogue.ts'
import type { Leave } from '../verdict/waivers/lift.ts'
import { readWaiverFile } from '../verdict/waivers/read-file.ts'
import type { Waiver, WaiverPolicy } from '../verdict/waivers/waiver.ts'
import { loadConfig } from './config/load-config.ts'
import type { EstateTerms } from './scan.ts'

/** Which waivers a run heeds. */
export interface WaiverChoice {
  /** The one file that counts, instead of those that are searched for. */
  readonly file: string | undefined
  /** Whether none is heeded, wherever it is written. */
  readonly isOff: boolean
}

// Without a word of the configuration: half a year.
const USUAL_MAX_DAYS = 180

/** What the waivers of an estate are measured by: what its configuration says of that. */
export function waiverPolicyOf({
  configFile,
  workingFolder,
  cluster,
}: EstateTerms): Result<WaiverPolicy> {
  const config = loadConfig(configFile, workingFolder)
  if (!config.ok) return config
  const { maxDays = USUAL_MAX_DAYS, locked = [] } = config.value.values.waivers ?? {}
  const name = cluster ?? config.value.values.cluster
  return succeed({ maxDays, lockedRules: locked, ruleOf, cluster: name })
}

/** A waiver file as it was read. */
export interface WaiverFile {
  /** Absolute. */
  readonly path: string
  /** As the user knows it. */
  readonly name: string
  readonly text: string
  readonly document: Document | undefined
  readonly waivers: readonly Waiver[]
  readonly faults: readonly Fault[]
}

/** What may lift findings, or the first thing that is wrong with a waiver file; undefined when waivers are off. */
export function leaveOf(estate: EstateTerms): Result<Leave | undefined> {
  if (estate.waivers?.isOff === true) return succeed(undefined)
  const policy = waiverPolicyOf(estate)
  if (!policy.ok) return policy
  const files = readWaiverFiles(estate, policy.value)
  if (!files.ok) return files
  const [first, ...others] = files.value.flatMap(({ faults }) => faults)
  if (first !== undefined) return fail(counted(first, others.length))
  const filed = files.value.flatMap(({ waivers }) => waivers)
  return succeed({ filed, policy: policy.value })
}

/** The waiver files of an estate with what is wrong in them; a fault when one cannot be read at all. */
export function readWaiverFiles(
  estate: EstateTerms,
  policy: WaiverPolicy,
): Result<readonly WaiverFile[]> {
  const files: WaiverFile[] = []
  for (const path of waiverPaths(estate)) {
    const file = readOne(path, estate, policy)
    if (!file.ok) return file
    files.push(file.value)
  }
  return succeed(files)
}

/** Where the waivers of an estate are: the file that was named, else those that are found. */
function waiverPaths({ targets, workingFolder, waivers }: EstateTerms): readonly string[] {
  if (waivers?.file !== undefined) return [resolve(workingFolder, waivers.file)]
  const paths = targets.filter((target) => target !== '-')
  return findWaiverFiles([...paths.map((path) => resolve(workingFolder, path)), workingFolder])
}

function readOne(path: string, estate: EstateTerms, policy: WaiverPolicy): Result<WaiverFile> {
  const text = readWaiverText(path, nameOf(path, estate.workingFolder))
  return text.ok ? waiverFileOf(path, text.value, estate, policy) : text
}

/** What a waiver file at `path` says when that is its text. */
export function waiverFileOf(
  path: string,
  text: string,
  { workingFolder, today }: EstateTerms,
  policy: WaiverPolicy,
): Result<WaiverFile> {
  const name = nameOf(path, workingFolder)
  const document = waiverDocument({ file: name, text })
  if (!document.ok) return document
  const root = rootOf(path)
  const pathOf = (file: string): string | undefined => below(root, resolve(workingFolder, file))
  const reading =
    document.value === undefined
      ? { waivers: [], faults: [] }
      : readWaiverFile(document.value, { pathOf, policy, today })
  return succeed({ path, name, text, document: document.value, ...reading })
}

// A file that was named may be anywhere: its paths are counted from its own folder.
function rootOf(path: string): string {
  return path.endsWith(sep + WAIVER_FILE) ? dirname(dirname(path)) : dirname(path)
}

/** The name of a file as the user knows it: from the working folder on. */
export function nameOf(path: string, workingFolder: string): string {
  const way = relative(workingFolder, path)
  return isAbsolute(way) ? path : way.split(sep).join('/')
}

function below(folder: string, path: string): string | undefined {
  const way = relative(folder, path)
  if (way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)) return undefined
  return way.split(sep).join('/')
}

function counted(fault: Fault, others: number): Fault {
  if (others === 0) return fault
  const more = `${others} more ${others === 1 ? 'is' : 'are'} wrong; portolan lift check lists all.`
  return { ...fault, remedy: `${fault.remedy} ${more}` }
}

/** The file that a new waiver goes to: the one there is, or a new one for the first target. */
export function fileForNew(estate: EstateTerms): string {
  const { targets, workingFolder } = estate
  const [first = '.'] = targets.filter((target) => target !== '-')
  return waiverPaths(estate)[0] ?? newWaiverFile(resolve(workingFolder, first))
}
