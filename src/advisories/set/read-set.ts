import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import type { Fault } from '../../base/fault.ts'
import { fail, succeed, type Result } from '../../base/result.ts'
import { MANIFEST, type Manifest } from './manifest.ts'

/** The pointers of a folder: names of sets, each with the hash of its manifest. */
export const POINTERS = { current: 'CURRENT.v1', previous: 'PREVIOUS.v1' } as const

/** What a folder holds: the set in use, the one before it, and what is wrong with the folder. */
export interface Sets {
  readonly current: Manifest
  readonly previous: Manifest | undefined
  readonly faults: readonly Fault[]
}

/**
 * The sets of a folder. Where the newest is damaged or an older one has been put in its place, the other one is used and
 * a fault tells it. Fails when there is none at all, or only sets of a newer format.
 */
export function readSets(folder: string): Result<Sets> {
  const current = readPointed(folder, POINTERS.current)
  const previous = readPointed(folder, POINTERS.previous)
  if (current === undefined && previous === undefined) return fail(noneIn(folder))
  if (current === undefined || current === 'damaged') {
    if (previous === undefined || previous === 'damaged') return fail(allDamaged(folder))
    return succeed({ current: previous, previous: undefined, faults: [damaged(folder)] })
  }
  if (previous === undefined || previous === 'damaged') {
    return succeed({ current, previous: undefined, faults: [] })
  }
  if (previous.serial > current.serial) {
    return succeed({ current: previous, previous: current, faults: [downgraded(folder)] })
  }
  return succeed({ current, previous, faults: [] })
}

/** The text of a pointer to the manifest with these bytes. */
export function pointerText(name: string, bytes: Uint8Array): string {
  return `${name} ${hashOf(bytes)}\n`
}

/** The manifest's file name that a pointer's text gives; undefined when it gives none. */
export function pointedName(text: string): string | undefined {
  return POINTER.exec(text)?.[1]
}

const POINTER = /^(set-[0-9]+\.v1\.json) ([0-9a-f]{64})\n$/

function readPointed(folder: string, pointer: string): Manifest | 'damaged' | undefined {
  const text = readIfThere(join(folder, pointer))?.toString()
  if (text === undefined) return undefined
  const [, name = '', hash] = POINTER.exec(text) ?? []
  const bytes = name === '' ? undefined : readIfThere(join(folder, name))
  if (bytes === undefined || hashOf(bytes) !== hash) return 'damaged'
  const parsed: unknown = JSON.parse(bytes.toString())
  const manifest = v.safeParse(MANIFEST, parsed)
  return manifest.success ? manifest.output : 'damaged'
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined
    throw error
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function noneIn(folder: string): Fault {
  const isNewer =
    existsSync(folder) && readdirSync(folder).some((name) => /^CURRENT\.v[0-9]+$/.test(name))
  if (isNewer) {
    return {
      code: 'ADVISORIES_NEWER',
      at: folder,
      message:
        'The advisories were written by a newer Portolan, in a form that this one cannot read.',
      remedy: 'Use that Portolan, or let this one make its own: portolan db import DIR.',
    }
  }
  return {
    code: 'ADVISORIES_NONE',
    at: folder,
    message: 'There are no advisories here, so nothing is known of any package.',
    remedy: 'portolan db import DIR reads what OSV exports.',
  }
}

function allDamaged(folder: string): Fault {
  return {
    code: 'ADVISORIES_DAMAGED',
    at: folder,
    message: 'The advisories are damaged, and there is no set before them to use.',
    remedy: AGAIN,
  }
}

function damaged(folder: string): Fault {
  return {
    code: 'ADVISORIES_DAMAGED',
    at: folder,
    message: 'The newest set of advisories is damaged or incomplete; the one before it is used.',
    remedy: AGAIN,
  }
}

function downgraded(folder: string): Fault {
  return {
    code: 'ADVISORIES_DAMAGED',
    at: folder,
    message: 'An older set of advisories stands in the place of the newest; the newest is used.',
    remedy: `${AGAIN} To go back on purpose, import the older advisories: portolan db import DIR.`,
  }
}

const AGAIN = 'portolan db import makes it whole.'
