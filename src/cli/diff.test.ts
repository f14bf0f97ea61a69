import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { writeFiles, type Files } from '../intake/estate.testing.ts'
import { DIFF_FORMATS as WRITERS } from '../report/diff/formats.ts'
import { DIFF_FORMATS } from './commands.data.ts'
import { run, type Ran } from './host.testing.ts'

const SCHEMA = new URL('../../docs/api/diff.schema.json', import.meta.url)
const validate = new Ajv2020({ allowUnionTypes: true, allErrors: true }).compile(
  JSON.parse(readFileSync(SCHEMA, 'utf8')),
)

function pod(name: string, ...lines: readonly string[]): string {
  return [
    'apiVersion: v1',
    'kind: Pod',
    `metadata: { name: ${name} }`,
    'spec:',
    ...lines.map((line) => `  ${line}`),
    '  containers: [{ name: web, image: registry.example/web:1.4.2 }]',
    '',
  ].join('\n')
}

const OLD = pod('web', 'hostPID: true')
const OTHER = pod('web', 'hostIPC: true')
const FILES: Files = { 'old/pod.yaml': OLD, 'new/sub/renamed.yaml': OTHER }

function runIn(folder: string, line: string): Promise<Ran> {
  return run(line.split(' '), { workingFolder: folder })
}

async function changesIn(folder: string, line: string): Promise<Readonly<Record<string, string>>> {
  const { stdout } = await runIn(folder, `diff ${line} -f json`)
  const told = JSON.parse(stdout)
  validate(told)
  expect(validate.errors ?? []).toEqual([])
  const findings: readonly Readonly<Record<string, string>>[] = told.findings
  const host = findings.filter(({ rule = '' }) => rule.startsWith('host-'))
  return Object.fromEntries(host.map(({ rule = '', change = '' }) => [rule, change]))
}

const BOTH = { 'host-ipc': 'new', 'host-pid': 'gone' }

describe('portolan diff', () => {
  it('knows the formats that there are', () => {
    expect(WRITERS.map(({ name }) => name)).toEqual([...DIFF_FORMATS])
  })

  it('knows a Dockerfile and a lock file again in another folder', async () => {
    const dockerfile = (line: string) => `FROM debian:12\n${line}CMD ["a"]\n`
    const folder = writeFiles({
      'old/app/Dockerfile': dockerfile(''),
      'new/app/Dockerfile': dockerfile('EXPOSE 22\n'),
    })
    const { findings } = JSON.parse((await runIn(folder, 'diff old new -f json -v')).stdout)
    const changes: readonly Readonly<Record<string, string>>[] = findings
    const told = changes.map(({ rule = '', change = '' }) => `${change} ${rule}`)
    expect(told).toContain('new df-ssh-server')
    expect(told).not.toContain('new df-root-user')
    expect(told.filter((text) => text.startsWith('gone'))).toEqual([])
  })

  it.each([
    { name: 'two folders', line: 'old new' },
    { name: 'two files', line: 'old/pod.yaml new/sub/renamed.yaml' },
    { name: 'a baseline and a folder', line: 'old.baseline new' },
    { name: 'a folder and a report', line: 'old new.json' },
    { name: 'two reports', line: 'old.json new.json' },
    { name: 'two baselines', line: 'old.baseline new.baseline' },
  ])('compares $name', async ({ line }) => {
    const folder = writeFiles(FILES)
    for (const side of ['old', 'new']) {
      await runIn(folder, `baseline ${side} -o ${side}.baseline`)
      await runIn(folder, `scan ${side} -f json=${side}.json`)
    }
    expect(await changesIn(folder, line)).toEqual(BOTH)
  })

  it.each([
    { flags: '', exitCode: 1 },
    { flags: ' --fail-on urgent', exitCode: 0 },
    { flags: ' --fail-on never', exitCode: 0 },
  ])('fails for what is new at the gate:$flags', async ({ flags, exitCode }) => {
    const done = await runIn(writeFiles(FILES), `diff old new${flags}`)
    expect(done.exitCode).toBe(exitCode)
  })

  it('finds nothing new in the same, and says 0', async () => {
    const { exitCode, stdout } = await runIn(writeFiles(FILES), 'diff old old')
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(/0 new, 0 gone, \d+ unchanged/)
  })

  it('calls a deleted object gone when all was read', async () => {
    const files = { ...FILES, 'old/api.yaml': pod('api', 'hostNetwork: true') }
    expect(await changesIn(writeFiles(files), 'old new')).toEqual({
      ...BOTH,
      'host-network': 'gone',
    })
  })

  it('calls nothing gone that may stand in what could not be read, and says 3', async () => {
    const broken = 'apiVersion: v1\nkind: ['
    const files = { 'old/a.yaml': OLD, 'new/a.yaml': broken, 'new/b.yaml': pod('b') }
    const folder = writeFiles(files)
    expect(await changesIn(folder, 'old new')).toEqual({ 'host-pid': 'cannot-compare' })
    const { exitCode, stdout, stderr } = await runIn(folder, 'diff old new --fail-on never')
    expect(exitCode).toBe(3)
    expect(stdout).toContain('Cannot be compared')
    expect(stderr).toContain('new/a.yaml:2')
  })

  it('tells the same in SARIF and Markdown', async () => {
    const folder = writeFiles(FILES)
    await runIn(folder, 'diff old new -f sarif -o out.sarif')
    const { results } = JSON.parse(readFileSync(join(folder, 'out.sarif'), 'utf8')).runs[0]
    const states = results
      .filter(({ ruleId }: { readonly ruleId: string }) => ruleId.startsWith('host-'))
      .map(({ ruleId, baselineState }: Readonly<Record<string, string>>) => [ruleId, baselineState])
    expect(Object.fromEntries(states)).toEqual({ 'host-ipc': 'new', 'host-pid': 'absent' })
    const { stdout } = await runIn(folder, 'diff old new -f markdown')
    expect(stdout).toMatch(/Portolan · \d+ new, \d+ gone, \d+ unchanged · gate failed/)
    expect(stdout).toMatch(/new finding[^]*host-ipc[^]*<details><summary>\d+ gone[^]*host-pid/)
  })

  it.each([
    {
      name: 'a side that is not there',
      line: 'diff old nowhere',
      says: 'nowhere: There is no file',
    },
    { name: 'two pipes', line: 'diff - -', says: 'Both sides cannot come' },
    { name: 'a broken report', line: 'diff bad.json old', says: 'bad.json:1:' },
    { name: 'one side only', line: 'diff old', says: 'OLD NEW is missing' },
    { name: 'a file that cannot be written', line: 'diff old old -o no/f', says: 'no/f' },
  ])('refuses $name', async ({ line, says }) => {
    const folder = writeFiles({ ...FILES, 'bad.json': '{"schemaVersion": oops' })
    const { exitCode, stderr } = await runIn(folder, line)
    expect(exitCode).toBe(2)
    expect(stderr).toContain(says)
  })
})
