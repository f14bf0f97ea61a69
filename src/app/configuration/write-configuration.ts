import { dirname, join } from 'node:path'
import type { Fault } from '../../base/fault.ts'
import { memberOf } from '../../model/part.ts'
import { CONFIGURATION_MARK } from './configuration-text.ts'
import type { ConfigurationFile } from './folder.ts'

/** What of the machine is written to; handed in. All but `read` throw what the system says. */
export interface Shelf {
  readonly makeFolder: (path: string) => void
  /** The text of a file, or undefined when there is none. */
  readonly read: (path: string) => string | undefined
  readonly replace: (path: string, text: string) => void
}

/** The files that were written, and why others were not. */
export interface WrittenConfiguration {
  readonly files: readonly { readonly file: string; readonly objects: number }[]
  readonly faults: readonly Fault[]
}

/** Writes the files of a configuration below `folder`. A file that somebody else wrote is left alone. */
export function writeConfiguration(
  configuration: readonly ConfigurationFile[],
  folder: string,
  shelf: Shelf,
): WrittenConfiguration {
  const files: { readonly file: string; readonly objects: number }[] = []
  const faults: Fault[] = []
  for (const { path, text, objects } of configuration) {
    const file = join(folder, path)
    const fault = writeOne(file, text, shelf)
    if (fault === undefined) files.push({ file, objects })
    else faults.push(fault)
  }
  return { files, faults }
}

function writeOne(file: string, text: string, shelf: Shelf): Fault | undefined {
  try {
    shelf.makeFolder(dirname(file))
    const old = shelf.read(file)
    if (old !== undefined && !isOurs(old)) return FOREIGN(file)
    shelf.replace(file, text)
    return undefined
  } catch (error) {
    const code = memberOf(error, 'code')
    if (typeof code !== 'string') throw error
    return {
      code: 'GUIDE_WRITE',
      at: file,
      message: `The system refused to write it (${code}).`,
      remedy: 'Name a folder that the user who runs Portolan may write to.',
    }
  }
}

// Directives of a Dockerfile stand before the mark.
function isOurs(text: string): boolean {
  return text.split('\n', MOST_DIRECTIVES + 1).some((line) => line.startsWith(CONFIGURATION_MARK))
}

const MOST_DIRECTIVES = 3

const FOREIGN = (at: string): Fault => ({
  code: 'GUIDE_WRITE',
  at,
  message: 'Somebody else wrote this file, so it was left as it is.',
  remedy: 'Name another folder, or move the file away.',
})
