import { execFileSync } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Result } from '../base/result.ts'
import { writeFiles } from './estate.testing.ts'
import { readBytes, readStart } from './read-bytes.ts'

const MEBI = 1024 * 1024

describe('readBytes', () => {
  it('reads a file that is larger than the buffer, and a small one after it', () => {
    const large = Buffer.alloc(3 * MEBI, 'abcdefg')
    const folder = writeFiles({ large, small: 'x', empty: '' })
    const read = (name: string): Result<Buffer> => readBytes(join(folder, name), name, 4 * MEBI)
    // Comparing three million bytes one by one would take the test framework seconds.
    expect(textOf(read('large'))).toBe(large.toString('latin1'))
    expect(read('small')).toEqual({ ok: true, value: Buffer.from('x') })
    expect(read('empty')).toEqual({ ok: true, value: Buffer.alloc(0) })
  })

  it('leaves a file alone that is larger than the limit', () => {
    const folder = writeFiles({ 'x.yaml': 'x'.repeat(MEBI + 1) })
    expect(readBytes(join(folder, 'x.yaml'), 'x.yaml', MEBI)).toMatchObject({
      fault: { code: 'INTAKE_TOO_LARGE', at: 'x.yaml', message: expect.stringMatching(/1 MiB/) },
    })
  })

  it.runIf(process.platform !== 'win32')('never waits for a pipe', () => {
    const folder = writeFiles({})
    execFileSync('mkfifo', [join(folder, 'pipe')])
    expect(readBytes(join(folder, 'pipe'), 'pipe', MEBI)).toMatchObject({
      fault: { code: 'INTAKE_UNREADABLE', message: expect.stringMatching(/pipe/) },
    })
  })

  it('does not follow a link that took the place of a file', () => {
    const folder = writeFiles({ secret: 'x' })
    symlinkSync('secret', join(folder, 'x.yaml'))
    expect(readBytes(join(folder, 'x.yaml'), 'x.yaml', MEBI)).toMatchObject({
      fault: { code: 'INTAKE_UNREADABLE' },
    })
  })

  it('says that a file vanished, or is a folder', () => {
    const folder = writeFiles({ 'a/b': '' })
    expect(readBytes(join(folder, 'gone'), 'gone', MEBI)).toMatchObject({
      fault: { code: 'INTAKE_UNREADABLE', message: expect.stringMatching(/not there any more/) },
    })
    expect(readBytes(join(folder, 'a'), 'a', MEBI)).toMatchObject({ ok: false })
  })
})

function textOf(bytes: Result<Buffer>): string {
  return bytes.ok ? bytes.value.toString('latin1') : bytes.fault.message
}

describe('readStart', () => {
  it('reads no more than it is told', () => {
    const folder = writeFiles({ x: 'abcdef' })
    expect(readStart(join(folder, 'x'), 'x', 3)).toEqual({ ok: true, value: Buffer.from('abc') })
  })
})
