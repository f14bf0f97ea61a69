import type { Fault } from '../../base/fault.ts'
import { openSections, type OpenFile } from '../file/layout.ts'
import { isWhole, type SealedFile } from '../file/sealed-file.ts'

/** How much of a file must be what was written: the part that decides, or every byte. */
export type Part = 'hot' | 'all'

/** A file that is asked for: what it holds in words, and how much of it will be read. */
interface Wanted {
  readonly name: string
  readonly part: Part
}

/** Opens files of a folder when they are first asked for, and keeps them open. */
export interface Opener {
  /** The first of the candidates that is whole: that of the set in use, else that of the set before. */
  readonly first: (
    wanted: Wanted,
    candidates: readonly [SealedFile | undefined, SealedFile | undefined],
  ) => OpenFile | undefined
  /** Whether another stood in for a file so far. */
  readonly isReplaced: (file: SealedFile) => boolean
  /** What was found damaged so far. */
  readonly faults: () => readonly Fault[]
  readonly close: () => void
}

/** An opener for the files of a folder. */
export function openerOf(folder: string): Opener {
  const opened = new Map<string, OpenFile | undefined>()
  const replaced = new Set<SealedFile>()
  const faults = new Map<string, Fault>()
  return {
    first: ({ name, part }, [wanted, spare]) => {
      const key = `${part} ${name}`
      if (opened.has(key)) return opened.get(key)
      const first = openIn(folder, wanted, part)
      const file = first ?? openIn(folder, spare, part)
      if (wanted !== undefined && first === undefined) {
        if (file !== undefined) replaced.add(wanted)
        faults.set(name, damagedFile(name, folder, file !== undefined))
      }
      opened.set(key, file)
      return file
    },
    isReplaced: (file) => replaced.has(file),
    faults: () => [...faults.values()],
    close: () => {
      for (const file of opened.values()) file?.close()
    },
  }
}

function openIn(folder: string, sealed: SealedFile | undefined, part: Part): OpenFile | undefined {
  if (sealed === undefined || (part === 'all' && !isWhole(folder, sealed))) return undefined
  return openSections(folder, sealed)
}

/** The fault for a file that is not what was written; `hasSpare`: that of the set before is. */
function damagedFile(name: string, folder: string, hasSpare: boolean): Fault {
  return {
    code: 'ADVISORIES_DAMAGED',
    at: folder,
    message: hasSpare
      ? `The advisories of ${name} are damaged; those of the set before are used.`
      : `The advisories of ${name} are damaged, and no set before has them: nothing is known of it.`,
    remedy: 'portolan db import makes them whole.',
  }
}
