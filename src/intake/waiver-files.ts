import { existsSync, realpathSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Fault } from '../base/fault.ts'
import { fail, succeed, type Result } from '../base/result.ts'
import type { Document } from '../model/document.ts'
import type { Source } from '../model/source.ts'
import { decodeText } from './decode-text.ts'
import { foldersToTop } from './ignore-rules.ts'
import { readBytes } from './read-bytes.ts'
import { systemFault } from './system-fault.ts'
import { readYaml } from './yaml/read-yaml.ts'

/** Where waivers are, below the folder they speak of. */
export const WAIVER_FILE = join('.portolan', 'waivers.yaml')

/**
 * The waiver file of each of the paths, each once: the first one in its folder or one above it, up to the top of its
 * Git repository. Outside of a repository nobody else's folders are looked into.
 */
export function findWaiverFiles(paths: readonly string[]): readonly string[] {
  const found = paths.flatMap((path) => {
    const folder = folderOf(path)
    const files = [folder, ...foldersToTop(folder)].map((above) => join(above, WAIVER_FILE))
    return files.find((file) => existsSync(file)) ?? []
  })
  return [...new Set(found)]
}

/** The waiver file that is to be made for what is at `path`: at the top of its repository, or in its folder. */
export function newWaiverFile(path: string): string {
  const folder = folderOf(path)
  return join(foldersToTop(folder).at(-1) ?? folder, WAIVER_FILE)
}

// More waivers than this are no list that a person keeps.
const MAX_BYTES = 4 * 1024 * 1024

/** The text of a waiver file; `at` is its name for people. */
export function readWaiverText(path: string, at: string): Result<string> {
  if (!existsSync(path)) return fail(notThere(at))
  try {
    const bytes = readBytes(realpathSync(path), at, MAX_BYTES)
    return bytes.ok ? decodeText(bytes.value, at) : bytes
  } catch (error) {
    return fail(systemFault(error, at))
  }
}

/** The one document of a waiver file; undefined when it holds comments only. */
export function waiverDocument(source: Source): Result<Document | undefined> {
  const { documents, faults } = readYaml(source)
  const [fault] = faults
  if (fault !== undefined) return fail(fault)
  const [document, second] = documents
  if (second === undefined) return succeed(document)
  return fail({
    code: 'WAIVER_FILE',
    at: source.file,
    message: 'A waiver file holds one list, but there are several documents here.',
    remedy: 'Take out the lines of three dashes.',
  })
}

function notThere(at: string): Fault {
  return {
    code: 'INTAKE_NOT_FOUND',
    at,
    message: 'There is no waiver file of this name.',
    remedy: 'Check the spelling; portolan lift ID --write makes one.',
  }
}

function folderOf(path: string): string {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
  return isFolder ? path : dirname(path)
}
