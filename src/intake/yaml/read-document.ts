import { troubleWith, unusualFinder } from './characters.ts'
import { readFast, type Task } from './fast-reader.ts'
import { cutLayout, nodeCount } from './layout-table.ts'
import { libraryEffort, readByLibrary } from './library.ts'
import type { YamlLimits } from './limits.ts'
import { brokenReading, isBroken, type Reading } from './reading.ts'

/** Reads the document of a text that begins at an offset and ends at `limit` at the latest. */
export type DocumentReader = (start: number, limit: number) => Reading

/** The reader of one text's documents: the fast one, and the library for what that leaves. Offsets must grow. */
export function documentReader(text: string, limits: YamlLimits): DocumentReader {
  const nextUnusual = unusualFinder(text)
  const effort = libraryEffort(text)
  return (start, limit) => {
    const unusual = nextUnusual(start)
    const task = { text, start, limit, limits, isJson: false }
    if (unusual >= limit) return readUsual(task) ?? readByLibrary(task, effort)
    return brokenReading(limit, troubleWith(text, unusual))
  }
}

function readUsual(task: Task): Reading | undefined {
  const reading = readFast(task)
  if (reading !== undefined && !isBroken(reading)) return reading
  return readJson(task) ?? reading
}

/**
 * Kubernetes tries JSON first on whatever begins with a brace, and JSON allows what its YAML does not: halves of
 * surrogate pairs, escaped slashes, colons on the next line.
 */
function readJson(task: Task): Reading | undefined {
  const { text, start, limit } = task
  const at = start + text.slice(start, limit).search(/\S/)
  if (text[at] !== '{') return undefined
  const kept = nodeCount()
  const reading = readFast({ ...task, start: at, isJson: true })
  if (reading === undefined || isBroken(reading)) return undefined
  if (isJson(text.slice(at, reading.end))) return reading
  cutLayout(kept)
  return undefined
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    // The error says no more than that; what is wrong is told by what YAML made of the text.
    return false
  }
}
