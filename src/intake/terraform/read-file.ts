import { realpathSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { decodeText } from '../decode-text.ts'
import { readBytes } from '../read-bytes.ts'
import { isWithin } from '../targets.ts'

// What modules read is a script, a policy or a manifest; more is data.
const MAX_BYTES = 1024 * 1024

/**
 * Reads files as Terraform names them, from the root module's folder. What is not within `roots`, links followed, is
 * not read, nor is what is no text.
 */
export function fileReader(
  folder: string,
  roots: readonly string[],
): (path: string) => string | undefined {
  const known = new Map<string, string | undefined>()
  return (path) => {
    const absolute = resolve(folder, path)
    if (known.has(absolute)) return known.get(absolute)
    const text = isInside(absolute, roots) ? read(absolute) : undefined
    known.set(absolute, text)
    return text
  }
}

function isInside(path: string, roots: readonly string[]): boolean {
  if (!roots.some((root) => isWithin(root, path))) return false
  try {
    // The last step is no link: readBytes follows none.
    const real = realpathSync(dirname(path))
    return roots.some((root) => isWithin(root, real))
  } catch {
    // A folder that is not there holds no file.
    return false
  }
}

function read(path: string): string | undefined {
  const bytes = readBytes(path, path, MAX_BYTES)
  const text = bytes.ok ? decodeText(bytes.value, path) : bytes
  return text.ok ? text.value : undefined
}
