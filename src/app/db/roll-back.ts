import { adoptSet } from '../../advisories/adopt-set.ts'
import { copySealed } from '../../advisories/file/sealed-file.ts'
import { nextSerial, putInUse } from '../../advisories/write-set.ts'
import type { Fault } from '../../base/fault.ts'
import { fail, succeed, type Result } from '../../base/result.ts'
import { changeStore, type Change, type Renewal } from './change-store.ts'

/**
 * Puts the set before the one in use in use again; the one that was becomes the one to go back to. Nothing is changed when
 * there is none, or when it is damaged.
 */
export async function rollBack(folder: string): Promise<Result<Renewal>> {
  return await changeStore(folder, () => rollBackLocked(folder))
}

function rollBackLocked(folder: string): Result<Change> {
  const { sets, serial } = nextSerial(folder)
  const previous = sets?.previous
  if (previous === undefined) return fail(noneBefore(folder))
  const home = { folder, serial }
  const done = adoptSet(home, previous, (stem, sealed) => copySealed(folder, stem, sealed))
  if ('damaged' in done) return fail(damagedBefore(folder, done.damaged))
  putInUse(home, done.adopted, sets)
  const renewed = done.adopted.ecosystems.map(({ ecosystem }) => ecosystem)
  return succeed({ manifest: done.adopted, renewed, faults: [] })
}

function noneBefore(folder: string): Fault {
  return {
    code: 'ADVISORIES_NONE',
    at: folder,
    message: 'There is no set of advisories before the one in use to go back to.',
    remedy: 'portolan db import DIR reads other ones.',
  }
}

function damagedBefore(folder: string, name: string): Fault {
  return {
    code: 'ADVISORIES_DAMAGED',
    at: folder,
    message: `The advisories of ${name} in the set before are damaged, so the one in use stays.`,
    remedy: 'portolan db import makes them whole.',
  }
}
