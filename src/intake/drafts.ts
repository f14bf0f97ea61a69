import { existsSync, realpathSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { Result } from '../base/result.ts'
import { succeed } from '../base/result.ts'
import type { Source } from '../model/source.ts'
import { readBytes } from './read-bytes.ts'

/**
 * Texts that stand in the place of what files hold, by their real paths: changes that are only thought of. Charts, values
 * files, kustomizations and Terraform are read so; other files are not. A file of Terraform need not be there yet.
 */
export type Drafts = ReadonlyMap<string, string>

/** Every file holds what it holds. */
export const NO_DRAFTS: Drafts = new Map()

/** Files by the names that the user sees, with what they would say. Their folders are there. */
export function draftsAt(sources: readonly Source[], workingFolder: string): Drafts {
  return new Map(
    sources.map(({ file, text }) => {
      const path = resolve(workingFolder, file)
      return [existsSync(path) ? realpathSync(path) : newPath(path), text]
    }),
  )
}

function newPath(path: string): string {
  return join(realpathSync(dirname(path)), basename(path))
}

/** The bytes of a file, or of its draft. They are valid until the next call. */
export function draftedBytes(
  { path, at, maxBytes }: { readonly path: string; readonly at: string; readonly maxBytes: number },
  drafts: Drafts,
): Result<Buffer> {
  const draft = drafts.size === 0 ? undefined : drafts.get(realpathSync(path))
  return draft === undefined ? readBytes(path, at, maxBytes) : succeed(Buffer.from(draft, 'utf8'))
}
