import {
  chmodSync,
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeFiles } from '../intake/estate.testing.ts'
import { replaceFile, type Fill } from './replace-file.ts'

const fillWith =
  (text: string): Fill =>
  (write) => {
    write(text)
    return true
  }

describe('replacing a file', () => {
  it('makes a new one', () => {
    const folder = writeFiles({})
    expect(replaceFile(join(folder, 'a'), fillWith('new'))).toBe(true)
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('new')
  })

  it('keeps the mode of an old one, and leaves nothing else behind', () => {
    const folder = writeFiles({ a: 'old' })
    chmodSync(join(folder, 'a'), 0o640)
    replaceFile(join(folder, 'a'), fillWith('new'))
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('new')
    expect(statSync(join(folder, 'a')).mode & 0o777).toBe(0o640)
    expect(readdirSync(folder)).toEqual(['a'])
  })

  it('keeps a link and replaces what it leads to', () => {
    const folder = writeFiles({ 'real/a': 'old' })
    symlinkSync('real/a', join(folder, 'link'))
    replaceFile(join(folder, 'link'), fillWith('new'))
    expect(lstatSync(join(folder, 'link')).isSymbolicLink()).toBe(true)
    expect(readlinkSync(join(folder, 'link'))).toBe('real/a')
    expect(readFileSync(join(folder, 'real/a'), 'utf8')).toBe('new')
  })

  it('leaves the old one when the new one was not finished', () => {
    const folder = writeFiles({ a: 'old' })
    const isDone = replaceFile(join(folder, 'a'), (write) => {
      write('half')
      return false
    })
    expect(isDone).toBe(false)
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(['a'])
  })

  it('leaves the old one when the writing failed', () => {
    const folder = writeFiles({ a: 'old' })
    const attempt = (): boolean =>
      replaceFile(join(folder, 'a'), () => {
        throw new Error('no more')
      })
    expect(attempt).toThrow('no more')
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(['a'])
  })

  it('writes to a device as it is', () => {
    expect(replaceFile('/dev/null', fillWith('gone'))).toBe(true)
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
  })
})
