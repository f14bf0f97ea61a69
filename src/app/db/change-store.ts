import { mkdirSync } from 'node:fs'
import { whileLocked } from '../../advisories/set/lock.ts'
import type { Manifest } from '../../advisories/set/manifest.ts'
import type { Fault } from '../../base/fault.ts'
import { fail, type Result } from '../../base/result.ts'
import { memberOf } from '../../model/part.ts'

/** What a change of the advisories did. */
export interface Renewal {
  readonly manifest: Manifest
  /** The ecosystems that were replaced. */
  readonly renewed: readonly string[]
  /** What could not be read or fetched. */
  readonly faults: readonly Fault[]
  /** What has to be told, though nothing is missing: a lock that somebody left behind. */
  readonly notes: readonly Fault[]
}

/** What a change does itself; the rest of a renewal is told for it. */
export type Change = Omit<Renewal, 'notes'>

/** Changes the advisories of a folder while nobody else does. What the system refuses is a fault, and changes nothing. */
export async function changeStore(
  folder: string,
  work: () => Result<Change> | Promise<Result<Change>>,
): Promise<Result<Renewal>> {
  try {
    mkdirSync(folder, { recursive: true })
    return await whileLocked(folder, async (left) => {
      const done = await work()
      return done.ok ? { ok: true, value: { ...done.value, notes: left ? [left] : [] } } : done
    })
  } catch (error) {
    return fail(systemRefusal(error, folder))
  }
}

/** The fault for an error of the file system; anything else is a mistake of ours and is thrown on. */
export function systemRefusal(error: unknown, folder: string): Fault {
  const code = memberOf(error, 'code')
  if (typeof code !== 'string' || !/^E[A-Z0-9]+$/.test(code)) throw error
  const path = memberOf(error, 'path')
  return {
    code: 'ADVISORIES_WRITE',
    at: typeof path === 'string' ? path : folder,
    message: `The system does not let it be read or written (${code}).`,
    remedy:
      'Check the path, the rights and the space on the disk. What was in use before still is.',
  }
}
