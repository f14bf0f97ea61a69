import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runOf, SHOP, verdictOf } from '../../test/report/verdicts.ts'
import { writeFiles } from '../intake/estate.testing.ts'
import { json } from '../report/json/json.ts'
import { run } from './host.testing.ts'
import { writeReport } from './write-report.ts'

const SCAN = ['scan', '-f', 'json', 'deploy']

describe('portolan report', () => {
  it.each(['text', 'json', 'sarif', 'junit', 'markdown', 'gitlab-sast', 'csv', 'openreports'])(
    'writes as %s what the scan would have',
    async (format) => {
      const workingFolder = writeFiles({ ...SHOP, 'last.json': await save(SCAN) })
      const scanned = await run(['scan', '-f', format, 'deploy'], { workingFolder })
      const told = await run(['report', 'last.json', '-f', format], { workingFolder })
      expect(told.stdout).toBe(scanned.stdout.replace(/ · \d+\.\d+ s$/m, ''))
      expect(told.exitCode).toBe(0)
    },
  )

  it('writes several files at once, from standard input', async () => {
    const saved = await save(SCAN)
    const workingFolder = writeFiles({})
    const readStdin = (): Promise<Uint8Array> => Promise.resolve(Buffer.from(saved))
    const words = ['report', '-', '-f', 'gitlab-codequality=q.json,csv=f.csv,prometheus=p.prom']
    const ran = await run(words, { workingFolder, readStdin })
    expect(ran).toEqual({ exitCode: 0, stdout: '', stderr: '' })
    for (const file of ['q.json', 'f.csv', 'p.prom']) {
      expect(existsSync(join(workingFolder, file))).toBe(true)
    }
    // Nothing in the report tells how long the scan took.
    expect(readFileSync(join(workingFolder, 'p.prom'), 'utf8')).not.toContain('duration')
  })

  it('counts what a filter kept from the list', async () => {
    const saved = await save(['scan', '-f', 'json', '--severity', 'critical', 'deploy'])
    const workingFolder = writeFiles({ 'last.json': saved })
    const { stdout } = await run(['report', 'last.json'], { workingFolder })
    expect(stdout).toMatch(/findings counted but not shown/)
    expect(stdout).not.toContain('may take all memory')
  })

  it('tells another persona', async () => {
    const workingFolder = writeFiles({ 'last.json': await save(SCAN) })
    const { stdout } = await run(['report', 'last.json', '--persona', 'boss'], { workingFolder })
    const text = await run(['report', 'last.json'], { workingFolder })
    expect(stdout).not.toBe(text.stdout)
  })

  it.each([
    { name: 'a file that is not there', file: 'nowhere.json', tells: 'the system says ENOENT' },
    { name: 'a folder', file: 'folder', tells: 'it is no regular file' },
    { name: 'a manifest', file: 'pod.yaml', tells: 'pod.yaml is not valid JSON' },
    { name: 'a foreign report', file: 'other.json', tells: 'other.json is no report of Portolan' },
    { name: 'a topic of another version', file: 'later.json', tells: 'of the topic weather' },
  ])('refuses $name', async ({ file, tells }) => {
    const workingFolder = writeFiles({
      'pod.yaml': 'kind: Pod',
      'other.json': '{"runs":[]}',
      'later.json': (await save(SCAN)).replaceAll('"topic":"resources"', '"topic":"weather"'),
    })
    mkdirSync(join(workingFolder, 'folder'))
    const { exitCode, stdout, stderr } = await run(['report', file], { workingFolder })
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr).toContain(tells)
  })

  it('refuses bytes that are no text', async () => {
    const readStdin = (): Promise<Uint8Array> => Promise.resolve(Uint8Array.of(0xff, 0xfe, 0x80))
    const { exitCode, stderr } = await run(['report', '-'], { readStdin })
    expect(exitCode).toBe(2)
    expect(stderr).toContain('it is not UTF-8')
  })
})

describe('writing a report', () => {
  it('says how many findings its readers do not take', () => {
    const said: string[] = []
    const host = {
      program: 'portolan',
      env: {},
      workingFolder: '/',
      out: () => undefined,
      err: (text: string) => said.push(text),
      isScreen: false,
      columns: undefined,
      readStdin: () => Promise.resolve(undefined),
      interruptible: <T>(work: () => T) => ({ value: work() }),
      fetch: () => Promise.reject(new Error('offline')),
      now: () => 0,
      today: () => '2026-11-24',
    }
    const look = { color: 'never', ascii: false, width: undefined } as const
    const format = { ...json, mostFindings: 4 }
    const verdict = verdictOf({ texts: SHOP })
    writeReport({ format, file: undefined }, { verdict }, runOf(), { look, host })
    expect(said).toEqual([
      'portolan: the json report leaves 2 findings out, the least bad: its readers take no more\n',
    ])
  })
})

async function save(words: readonly string[]): Promise<string> {
  const { stdout } = await run(words, { workingFolder: writeFiles(SHOP) })
  return stdout
}
