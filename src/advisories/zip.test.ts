import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { importRecords } from './import-records.ts'
import { advisoryText, freshFolder } from './store.testing.ts'
import { withZip } from './zip.ts'

const MOST = 1000

function archive(bytes: Uint8Array): string {
  const path = join(freshFolder(), 'a.zip')
  writeFileSync(path, bytes)
  return path
}

function contents(
  path: string,
  most = MOST,
): Readonly<Record<string, string | undefined>> | undefined {
  return withZip(path, most, (entries) =>
    Object.fromEntries([...entries].map(({ name, read }) => [name, read()?.toString()])),
  )
}

const TWO = { 'a.json': strToU8('{"a":1}'), 'b/c.json': strToU8('x'.repeat(900)) }
const TOLD = { 'a.json': '{"a":1}', 'b/c.json': 'x'.repeat(900) }

describe('an archive', () => {
  it.each([0, 6] as const)('gives its files, packed with level %i', (level) => {
    expect(contents(archive(zipSync(TWO, { level })))).toEqual(TOLD)
  })

  it('may have a comment at its end, and something before it', () => {
    const bytes = Buffer.from(zipSync(TWO))
    const comment = Buffer.from('a comment')
    bytes.writeUInt16LE(comment.length, bytes.length - 2)
    expect(contents(archive(Buffer.concat([bytes, comment])))).toEqual(TOLD)
  })

  it('may be empty', () => {
    expect(contents(archive(zipSync({})))).toEqual({})
  })

  it('gives nothing for a file that is larger than it may be, also when it lies about it', () => {
    const bomb = Buffer.from(zipSync({ 'big.json': new Uint8Array(5000), ...TWO }, { level: 9 }))
    expect(contents(archive(bomb))).toEqual({ ...TOLD, 'big.json': undefined })
    // The size in the directory is what is believed first; what comes out is counted all the same.
    const at = bomb.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    bomb.writeUInt32LE(10, at + 24)
    expect(contents(archive(bomb))?.['big.json']).toBeUndefined()
  })

  it('gives nothing for a file that was changed', () => {
    const bytes = Buffer.from(zipSync(TWO, { level: 0 }))
    const at = bytes.indexOf('{"a":1}')
    bytes.write('{"a":2}', at)
    expect(contents(archive(bytes))).toEqual({ ...TOLD, 'a.json': undefined })
  })

  it('is none when it is cut off or something else', () => {
    const bytes = zipSync(TWO)
    for (const length of [0, 10, bytes.length - 30, bytes.length - 1]) {
      expect(contents(archive(bytes.slice(0, length)))).toBeUndefined()
    }
    expect(contents(archive(strToU8('<html>')))).toBeUndefined()
  })
})

describe('an import of an archive', () => {
  it('takes nothing of one that is damaged', () => {
    const path = join(freshFolder(), 'npm.zip')
    const bytes = Buffer.from(
      zipSync(
        { 'A-1.json': strToU8(advisoryText('A-1')), 'A-2.json': strToU8(advisoryText('A-2')) },
        { level: 0 },
      ),
    )
    bytes.write('!', bytes.indexOf('A-2 is about'))
    writeFileSync(path, bytes)
    const { isWhole, faults } = importRecords([path], '2026-11-24')
    expect([isWhole, faults.length]).toEqual([false, 1])
    writeFileSync(path, readFileSync(path).subarray(0, -10))
    expect(importRecords([path], '2026-11-24').isWhole).toBe(false)
  })

  it('takes of the archive of an ecosystem only what is said of it', () => {
    const both = advisoryText('A-1', {
      affected: [
        { package: { ecosystem: 'npm', name: 'left' }, versions: ['1.0.0'] },
        { package: { ecosystem: 'PyPI', name: 'left' }, versions: ['1.0.0'] },
      ],
    })
    const names = (file: string): readonly string[] => {
      const path = join(freshFolder(), file)
      writeFileSync(path, zipSync({ 'A-1.json': strToU8(both), 'notes.txt': strToU8('x') }))
      return importRecords([path], '2026-11-24').drafts.map(({ ecosystem }) => ecosystem)
    }
    expect(names('npm.zip')).toEqual(['npm'])
    expect(names('mixed.zip')).toEqual(['npm', 'PyPI'])
  })

  it('tells what is no advisory, and takes the rest', () => {
    const path = join(freshFolder(), 'npm.zip')
    const files = {
      'a.json': '{',
      'b.json': '[]',
      'c.json': '{"id":""}',
      'd.json': advisoryText('A-1'),
    }
    const packed = Object.fromEntries(
      Object.entries(files).map(([name, text]) => [name, strToU8(text)]),
    )
    writeFileSync(path, zipSync(packed))
    const { drafts, faults, isWhole } = importRecords([path], '2026-11-24')
    expect(faults.map(({ message }) => message)).toEqual([
      'It is not valid JSON.',
      'It has no id, so it is no advisory.',
      'It has no id, so it is no advisory.',
    ])
    expect([isWhole, drafts[0]?.records.size]).toEqual([true, 1])
  })
})
