import {
  copyFileSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { openStore } from './open-store.ts'
import { advisoryText, affected, freshFolder, importTexts, valueOf } from './store.testing.ts'
import type { Store } from './store.ts'

const NPM = { 'npm/A-1.json': advisoryText('A-1') }
const NEWER = { 'npm/A-2.json': advisoryText('A-2') }
const GO = {
  'Go/G-1.json': advisoryText('G-1', {
    affected: [affected('Go', 'example.org/far', { introduced: '0' })],
  }),
}

let folder = ''
beforeEach(() => {
  folder = freshFolder()
})

function opened(): Store {
  return valueOf(openStore(folder))
}

/** What is known of `left`, and what is told of the store. */
function answers(): { readonly ids: readonly string[]; readonly told: readonly string[] } {
  const store = opened()
  const told = store.faultsFor(['npm']).map(({ message }) => message)
  const ids = store.match({ ecosystem: 'npm', name: 'left', version: '1.0.0' }).map(({ id }) => id)
  store.close()
  return { ids, told }
}

function fileOf(stem: string): string {
  const [name = ''] = readdirSync(folder).filter((file) => file.startsWith(stem))
  return join(folder, name)
}

function flip(path: string, at: number): void {
  const bytes = readFileSync(path)
  const where = at < 0 ? bytes.length + at : at
  bytes[where] = (bytes[where] ?? 0) ^ 0xff
  writeFileSync(path, bytes)
}

const STANDS_IN = 'The advisories of npm are damaged; those of the set before are used.'

describe('a damaged store', () => {
  it.each([
    { name: 'a byte is another', harm: (path: string) => flip(path, 100) },
    { name: 'its end is missing', harm: (path: string) => truncateSync(path, 60) },
    { name: 'it is empty', harm: (path: string) => truncateSync(path, 0) },
    { name: 'it is missing', harm: (path: string) => rmSync(path) },
  ])('uses the file of the set before and says so when $name', ({ harm }) => {
    importTexts(folder, NPM)
    importTexts(folder, NEWER)
    harm(fileOf('npm-2-'))
    expect(answers()).toEqual({ ids: ['A-1'], told: [STANDS_IN] })
  })

  it('has a spare also of what did not change', () => {
    importTexts(folder, NPM)
    importTexts(folder, GO)
    flip(fileOf('npm-2-'), 100)
    expect(answers()).toEqual({ ids: ['A-1'], told: [STANDS_IN] })
  })

  it('has a spare also of what was imported twice', () => {
    importTexts(folder, NPM)
    importTexts(folder, NPM)
    expect(new Set([statSync(fileOf('npm-1-')).ino, statSync(fileOf('npm-2-')).ino]).size).toBe(2)
    flip(fileOf('npm-2-'), 100)
    expect(answers()).toEqual({ ids: ['A-1'], told: [STANDS_IN] })
  })

  it('knows nothing of an ecosystem without a spare, and says so', () => {
    importTexts(folder, NPM)
    flip(fileOf('npm-1-'), 100)
    expect(opened().has('npm')).toBe(false)
    expect(answers()).toEqual({
      ids: [],
      told: [
        'The advisories of npm are damaged, and no set before has them: nothing is known of it.',
      ],
    })
  })

  it('uses the set before when the newest manifest is damaged', () => {
    importTexts(folder, NPM)
    importTexts(folder, NEWER)
    flip(join(folder, 'set-2.v1.json'), 30)
    expect(answers()).toEqual({
      ids: ['A-1'],
      told: ['The newest set of advisories is damaged or incomplete; the one before it is used.'],
    })
  })

  it.each(['', 'set-2.v1.json', '../set-2.v1.json 00\n'])(
    'uses the set before when the pointer is %j',
    (text) => {
      importTexts(folder, NPM)
      importTexts(folder, NEWER)
      writeFileSync(join(folder, 'CURRENT.v1'), text)
      expect(answers().ids).toEqual(['A-1'])
    },
  )

  it('uses the newest set when an older one was put in its place', () => {
    importTexts(folder, NPM)
    const older = readFileSync(join(folder, 'CURRENT.v1'))
    importTexts(folder, NEWER)
    copyFileSync(join(folder, 'CURRENT.v1'), join(folder, 'PREVIOUS.v1'))
    writeFileSync(join(folder, 'CURRENT.v1'), older)
    expect(answers()).toEqual({
      ids: ['A-2'],
      told: ['An older set of advisories stands in the place of the newest; the newest is used.'],
    })
  })

  it('uses the set in use while a new one is half written', () => {
    importTexts(folder, NPM)
    writeFileSync(join(folder, 'npm-2.99.tmp'), 'PORTOLAN')
    writeFileSync(join(folder, 'npm-2-0000000000000000.v1.advisories'), 'PORTOLAN')
    writeFileSync(join(folder, 'set-2.v1.json'), '{')
    expect(answers()).toEqual({ ids: ['A-1'], told: [] })
    importTexts(folder, NEWER)
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
    expect(answers()).toEqual({ ids: ['A-2'], told: [] })
  })

  it('does not take over what is damaged when a new set is made', () => {
    importTexts(folder, NPM)
    importTexts(folder, NEWER)
    flip(fileOf('npm-2-'), 100)
    importTexts(folder, GO)
    expect(answers()).toEqual({ ids: ['A-1'], told: [] })
    // The damaged set is not the one to go back to.
    rmSync(join(folder, 'CURRENT.v1'))
    expect(answers().ids).toEqual(['A-1'])
  })

  it('finds damage of the words only, when every byte is asked about', () => {
    importTexts(folder, NPM)
    flip(fileOf('npm-1-'), -1)
    const store = opened()
    expect(store.faultsFor(['npm'])).toEqual([])
    expect(store.check()).toMatchObject([{ code: 'ADVISORIES_DAMAGED' }])
  })

  it('reads no words that are damaged', () => {
    importTexts(folder, NPM)
    importTexts(folder, { 'npm/A-1.json': advisoryText('A-1', { details: 'More of it.' }) })
    flip(fileOf('npm-2-'), -1)
    expect(opened().prose('A-1')).toMatchObject([{ id: 'A-1', details: '' }])
  })

  it('tells the age of what stands in', () => {
    importTexts(folder, NPM)
    importTexts(folder, {
      'npm/A-2.json': advisoryText('A-2', { modified: '2026-11-20T00:00:00Z' }),
    })
    flip(fileOf('npm-2-'), 100)
    const store = opened()
    expect(store.snapshots[0]?.asOf).toBe('2026-11-20T00:00:00Z')
    store.faultsFor(['npm'])
    expect(store.snapshots[0]?.asOf).toBe('2026-11-01T00:00:00Z')
  })

  it.each([
    { name: 'nothing', files: {}, code: 'ADVISORIES_NONE' },
    { name: 'only a newer form', files: { 'CURRENT.v2': 'x' }, code: 'ADVISORIES_NEWER' },
    {
      name: 'only what is damaged',
      files: { 'CURRENT.v1': 'x', 'PREVIOUS.v1': 'y' },
      code: 'ADVISORIES_DAMAGED',
    },
  ])('cannot be opened when there is $name', ({ files, code }) => {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
    const result = openStore(folder)
    expect(result.ok ? undefined : result.fault.code).toBe(code)
  })
})
