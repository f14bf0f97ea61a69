import { existsSync, realpathSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fail, succeed, type Result } from '../base/result.ts'
import type { Document } from '../model/document.ts'
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

/** The folder a waiver file for `folder` belongs to: the top of its repository, or itself. */
export function waiverFolder(folder: string): string {
  return foldersToTop(folder).at(-1) ?? folder
}

// More waivers than this are no list that a person keeps.
const MAX_BYTES = 4 * 1024 * 1024

/** The text of a waiver file and the one document in it, none when it holds comments only. `at` is its name for people. */
export function readWaiverDocument(
  path: string,
  at: string,
): Result<{ readonly text: string; readonly document: Document | undefined }> {
  const text = textOf(path, at)
  if (!text.ok) return text
  const { documents, faults } = readYaml({ file: at, text: text.value })
  const [fault] = faults
  if (fault !== undefined) return fail(fault)
  const [document, second] = documents
  if (second === undefined) return succeed({ text: text.value, document })
  return fail({
    code: 'WAIVER_FILE',
    at,
    message: 'A waiver file holds one list, but there are several documents here.',
    remedy: 'Take out the lines of three dashes.',
  })
}

function textOf(path: string, at: string): Result<string> {
  try {
    const bytes = readBytes(realpathSync(path), at, MAX_BYTES)
    return bytes.ok ? decodeText(bytes.value, at) : bytes
  } catch (error) {
    return fail(systemFault(error, at))
  }
}

function folderOf(path: string): string {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
  return isFolder ? path : dirname(path)
}
