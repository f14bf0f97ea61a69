import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { join } from 'node:path'
import { DRAFT, writeAll } from '../file/sealed-file.ts'
import { filesOf } from './damaged-files.ts'
import type { Manifest } from './manifest.ts'
import { pointedName, POINTERS, pointerText, readSets } from './read-set.ts'

/**
 * Makes a set the one in use; its files must stand in the folder already. Killed at any moment, it leaves the set before
 * it in use or this one, never none. `keepsCurrent`: the set in use becomes the one to go back to; else the one before it
 * stays that. What no set needs any more is deleted. Throws what the system says.
 */
export function publish(
  folder: string,
  manifest: Manifest,
  { keepsCurrent }: { readonly keepsCurrent: boolean },
): void {
  const name = `set-${manifest.serial}.v1.json`
  const bytes = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`)
  replace(folder, name, bytes)
  const current = join(folder, POINTERS.current)
  if (keepsCurrent && existsSync(current)) {
    replace(folder, POINTERS.previous, readFileSync(current))
  }
  replace(folder, POINTERS.current, Buffer.from(pointerText(name, bytes)))
  sweep(folder)
}

function replace(folder: string, name: string, bytes: Uint8Array): void {
  const draft = join(folder, `${name}.${process.pid}${DRAFT}`)
  const file = openSync(draft, 'w')
  try {
    writeAll(file, bytes)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(draft, join(folder, name))
  syncFolder(folder)
}

// Without it a crash of the machine may forget the new name. Windows does not open folders, and needs no such thing.
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}

function sweep(folder: string): void {
  const sets = readSets(folder)
  if (!sets.ok) return
  const manifests = Object.values(POINTERS).flatMap((pointer) => nameIn(join(folder, pointer)))
  const files = [sets.value.current, sets.value.previous].flatMap(namesOf)
  const needed = new Set([...manifests, ...files])
  for (const name of readdirSync(folder)) {
    if (isOurs(name) && !needed.has(name)) rmSync(join(folder, name), { force: true })
  }
}

function nameIn(pointer: string): readonly string[] {
  const name = existsSync(pointer) ? pointedName(readFileSync(pointer, 'utf8')) : undefined
  return name === undefined ? [] : [name]
}

function namesOf(manifest: Manifest | undefined): readonly string[] {
  return manifest === undefined ? [] : filesOf(manifest).map(({ sealed }) => sealed.file)
}

function isOurs(name: string): boolean {
  return (
    name.endsWith(DRAFT) || name.endsWith('.v1.advisories') || /^set-[0-9]+\.v1\.json$/.test(name)
  )
}
