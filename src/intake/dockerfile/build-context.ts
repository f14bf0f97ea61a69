import { existsSync, readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fail, succeed, type Result } from '../../base/result.ts'
import { decodeText } from '../decode-text.ts'
import { readBytes } from '../read-bytes.ts'
import { systemFault } from '../system-fault.ts'

/** What stands beside a Dockerfile: names only, folders with a slash; and the patterns of its `.dockerignore`. */
export interface BuildContext {
  readonly files: readonly string[]
  readonly ignore: readonly string[]
}

const IGNORE_FILE = '.dockerignore'

// Folders that images are built from hold some dozens; beyond this, what is listed would be of no use to anybody.
const MOST_FILES = 2000
const MOST_IGNORE_BYTES = 64 * 1024

/**
 * What the folder of the Dockerfile at `path` holds. `name` is what users call the Dockerfile. Nothing of it is opened but
 * `.dockerignore`, or the file of that ending that is the Dockerfile's own and then counts instead.
 */
export function buildContext(path: string, name: string): Result<BuildContext> {
  try {
    const entries = readdirSync(dirname(path), { withFileTypes: true }).slice(0, MOST_FILES)
    const files = entries.map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
    const ignore = readIgnore(path, name)
    return ignore.ok ? succeed({ files: files.toSorted(), ignore: ignore.value }) : ignore
  } catch (error) {
    return fail(systemFault(error, name))
  }
}

function readIgnore(path: string, name: string): Result<readonly string[]> {
  const folder = dirname(path)
  const own = `${basename(path)}${IGNORE_FILE}`
  const file = [own, IGNORE_FILE].find((each) => existsSync(join(folder, each)))
  if (file === undefined) return succeed([])
  const at = `${name.slice(0, name.lastIndexOf('/') + 1)}${file}`
  const bytes = readBytes(join(folder, file), at, MOST_IGNORE_BYTES)
  const text = bytes.ok ? decodeText(bytes.value, at) : bytes
  return text.ok ? succeed(patternsIn(text.value)) : text
}

function patternsIn(text: string): readonly string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  return lines.filter((line) => line !== '' && !line.startsWith('#'))
}
