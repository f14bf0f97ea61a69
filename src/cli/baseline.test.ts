import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { writeFiles, type Files } from '../intake/estate.testing.ts'
import { run, type Ran } from './host.testing.ts'

const SCHEMA = new URL('../../docs/api/baseline.schema.json', import.meta.url)
const validate = new Ajv2020({ allowUnionTypes: true, allErrors: true }).compile(
  JSON.parse(readFileSync(SCHEMA, 'utf8')),
)

const RULES = '--rule host-pid,host-ipc'

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
const WORSE = pod('web', 'hostPID: true', 'hostIPC: true')
const GOOD = pod('web')
const BROKEN = 'apiVersion: v1\nkind: ['

function runIn(folder: string, line: string): Promise<Ran> {
  return run(line.split(' '), { workingFolder: folder })
}

async function known(files: Files): Promise<string> {
  const { stdout } = await runIn(writeFiles(files), `baseline ${RULES} -o -`)
  return stdout
}

describe('portolan baseline', () => {
  it('writes what is known, as its schema says', async () => {
    const folder = writeFiles({ 'pod.yaml': OLD })
    const { exitCode, stdout, stderr } = await runIn(folder, `baseline ${RULES}`)
    expect({ exitCode, stdout, stderr }).toEqual({
      exitCode: 0,
      stdout: '',
      stderr: 'portolan: 1 finding known in .portolan/baseline.json\n',
    })
    const text = readFileSync(join(folder, '.portolan/baseline.json'), 'utf8')
    validate(JSON.parse(text))
    expect(validate.errors ?? []).toEqual([])
    expect(JSON.parse(text).findings).toMatchObject([{ rule: 'host-pid', path: 'spec.hostPID' }])
  })

  it('says 3 when it could not see all, and writes what was not examined', async () => {
    const folder = writeFiles({ 'pod.yaml': OLD, 'bad.yaml': BROKEN })
    const { exitCode, stdout } = await runIn(folder, 'baseline -o -')
    expect(exitCode).toBe(3)
    expect(JSON.parse(stdout).unexamined).toEqual(['bad.yaml'])
  })

  it('writes the same bytes whatever the order and the lines', async () => {
    const moved = `# a comment\n${OLD}---\n${pod('api', 'hostIPC: true')}`
    const other = `${pod('api', 'hostIPC: true')}---\n${OLD}`
    expect(await known({ 'all.yaml': moved })).toBe(await known({ 'all.yaml': other }))
  })
})

describe('scan --baseline', () => {
  it.each([
    {
      name: 'nothing new',
      now: OLD,
      flags: '--new',
      exitCode: 0,
      says: '0 new, 0 gone, 1 unchanged',
    },
    {
      name: 'something new',
      now: WORSE,
      flags: '--new',
      exitCode: 1,
      says: '1 new, 0 gone, 1 unchanged',
    },
    {
      name: 'something gone',
      now: GOOD,
      flags: '--new',
      exitCode: 0,
      says: '0 new, 1 gone, 0 unchanged',
    },
    {
      name: 'known ones at the gate',
      now: OLD,
      flags: '',
      exitCode: 1,
      says: '0 new, 0 gone, 1 unchanged',
    },
  ])('tells $name', async ({ now, flags, exitCode, says }) => {
    const baseline = await known({ 'pod.yaml': OLD })
    const folder = writeFiles({ 'deploy/pod.yaml': now, '.portolan/baseline.json': baseline })
    const line = `scan deploy ${RULES} --baseline .portolan/baseline.json --fail-on low ${flags}`
    const done = await runIn(folder, line.trim())
    expect(done.exitCode).toBe(exitCode)
    expect(done.stdout).toContain(says)
  })

  it('says the same in every format', async () => {
    const baseline = await known({ 'pod.yaml': OLD })
    const folder = writeFiles({ 'pod.yaml': WORSE, '.portolan/baseline.json': baseline })
    const written = async (format: string): Promise<string> =>
      (await runIn(folder, `scan . ${RULES} --new -f ${format}`)).stdout
    const report = JSON.parse(await written('json'))
    expect(report.run.baseline).toEqual({
      file: '.portolan/baseline.json',
      new: 1,
      same: 1,
      gone: 0,
      cannotCompare: 0,
    })
    expect(tellTales(report.findings, 'rule', 'baseline')).toEqual({
      'host-pid': 'known',
      'host-ipc': 'new',
    })
    const { results } = JSON.parse(await written('sarif')).runs[0]
    expect(tellTales(results, 'ruleId', 'baselineState')).toEqual({
      'host-pid': 'unchanged',
      'host-ipc': 'new',
    })
    expect(await written('markdown')).toMatch(
      /1 new, 0 gone, 1 unchanged[^]*\*\*new\*\*[^]*host-ipc/,
    )
    expect(await written('junit')).toMatch(
      /host-ipc"[^>]*><properties><property name="baseline" value="new"\/>/,
    )
    expect(await written('text')).toMatch(/Since then +1 new, 0 gone, 1 unchanged/)
  })

  it('calls nothing gone that was not looked at', async () => {
    const baseline = await known({ 'a.yaml': OLD, 'b.yaml': pod('api', 'hostPID: true') })
    const files = { 'a.yaml': OLD, 'broken.yaml': BROKEN, '.portolan/baseline.json': baseline }
    const { stdout } = await runIn(writeFiles(files), `scan ${RULES} --new`)
    expect(stdout).toContain('0 new, 0 gone, 1 unchanged, 1 cannot be compared')
    const part = await runIn(writeFiles(files), `scan a.yaml ${RULES} --new`)
    expect(part.stdout).toContain('0 new, 0 gone, 1 unchanged, 1 cannot be compared')
    const other = await runIn(writeFiles(files), 'scan a.yaml --rule host-ipc --new')
    expect(other.stdout).toContain('2 cannot be compared')
  })

  it('takes a JSON report for a baseline too', async () => {
    const folder = writeFiles({ 'pod.yaml': OLD })
    await runIn(folder, `scan ${RULES} -f json=last.json`)
    const { stdout } = await runIn(folder, `scan ${RULES} --baseline last.json`)
    expect(stdout).toContain('0 new, 0 gone, 1 unchanged')
  })

  it.each([
    { name: 'a missing file', text: undefined, says: 'known.json: The baseline or report' },
    { name: 'broken JSON', text: '{"schemaVersion": "1.0.0",\n  oops', says: 'known.json:2:' },
    {
      name: 'another version',
      text: '{"schemaVersion":"2.0.0","format":"portolan-baseline"}',
      says: 'known.json:1:1: Version 2.0.0',
    },
    { name: 'something else', text: '{"a": 1}', says: 'known.json:1:1: This is neither' },
    {
      name: 'a member that does not fit',
      text: '{"schemaVersion":"1.0.0","format":"portolan-baseline","targets":[],\n"selection":[],"unexamined":[],\n"findings":[{"id":7}]}',
      says: 'known.json:3:14: findings[0].id',
    },
    {
      name: 'a report of a part',
      text: '{"schemaVersion":"1.1.0","tool":{"name":"Portolan"},"run":{"targets":[],"selection":[],"hiddenFindings":2},"findings":[],"faults":[]}',
      says: '2 findings were hidden',
    },
  ])('refuses $name with its place', async ({ text, says }) => {
    const folder = writeFiles({
      'pod.yaml': OLD,
      ...(text !== undefined && { 'known.json': text }),
    })
    const { exitCode, stdout, stderr } = await runIn(folder, 'scan --baseline known.json')
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr).toContain(says)
  })
})

function tellTales(
  members: readonly Readonly<Record<string, string>>[],
  key: string,
  value: string,
): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(members.map((member) => [member[key] ?? '', member[value]]))
}
