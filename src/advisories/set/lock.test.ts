import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { succeed, type Result } from '../../base/result.ts'
import { freshFolder } from '../store.testing.ts'
import { whileLocked } from './lock.ts'

let folder = ''
beforeEach(() => {
  folder = freshFolder()
})

/** Whether work was done, and whether a lock that was left behind was told. */
async function attempt(): Promise<'worked' | 'worked, left behind' | 'busy'> {
  const done = await whileLocked(folder, (left) =>
    Promise.resolve(succeed(left === undefined ? 'worked' : 'worked, left behind')),
  )
  return done.ok ? wordOf(done.value) : 'busy'
}

function wordOf(word: string): 'worked' | 'worked, left behind' {
  return word === 'worked' ? word : 'worked, left behind'
}

function lock(text: string, ageMs = 0): void {
  writeFileSync(join(folder, 'LOCK'), text)
  const at = (Date.now() - ageMs) / 1000
  utimesSync(join(folder, 'LOCK'), at, at)
}

function deadPid(): number {
  return spawnSync(process.execPath, ['-e', '0']).pid
}

describe('the lock of a folder', () => {
  it('lets one work at a time, and the next one afterwards', async () => {
    let inner = ''
    const outer = await whileLocked(folder, async () => {
      inner = await attempt()
      return succeed('done')
    })
    expect([outer.ok, inner, await attempt()]).toEqual([true, 'busy', 'worked'])
    expect(existsSync(join(folder, 'LOCK'))).toBe(false)
  })

  it('lets only one of many that begin at once work', async () => {
    let working = 0
    let most = 0
    const work = async (): Promise<Result<string>> => {
      working++
      most = Math.max(most, working)
      await new Promise((resolve) => setTimeout(resolve, 5))
      working--
      return succeed('')
    }
    await Promise.all(Array.from({ length: 20 }, () => whileLocked(folder, work)))
    expect(most).toBe(1)
  })

  it.each([
    { name: 'of one who has died', text: () => `${deadPid()} 1 ${hostname()}` },
    {
      name: 'of a process whose number another has now',
      text: () => `${process.ppid} 1 ${hostname()}`,
    },
    { name: 'that was never signed', text: () => '', ageMs: 60_000 },
    { name: 'that is no lock of ours', text: () => 'hello', ageMs: 60_000 },
    { name: 'of another machine, from yesterday', text: () => '7 1 elsewhere', ageMs: 86_400_000 },
  ])('takes a lock $name, and tells it', async ({ text, ageMs }) => {
    lock(text(), ageMs)
    expect(await attempt()).toBe('worked, left behind')
    expect(existsSync(join(folder, 'LOCK'))).toBe(false)
  })

  it.each([
    { name: 'of one who is there', text: () => liveLock() },
    { name: 'that is being signed', text: () => '' },
    { name: 'of another machine', text: () => '7 1 elsewhere', ageMs: 60_000 },
  ])('respects a lock $name', async ({ text, ageMs }) => {
    lock(text(), ageMs)
    expect(await attempt()).toBe('busy')
    expect(existsSync(join(folder, 'LOCK'))).toBe(true)
  })

  it('is given back when work fails', async () => {
    const fails = whileLocked(folder, () => Promise.reject(new Error('no')))
    await expect(fails).rejects.toThrow('no')
    expect(await attempt()).toBe('worked')
  })

  it('leaves the lock of another alone that took its place', async () => {
    await whileLocked(folder, () => {
      writeFileSync(join(folder, 'LOCK'), 'another')
      return Promise.resolve(succeed(''))
    })
    expect(readFileSync(join(folder, 'LOCK'), 'utf8')).toBe('another')
  })
})

// The process that started this one runs for as long.
function liveLock(): string {
  const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8')
  const start = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  return `${process.ppid} ${start} ${hostname()}`
}
