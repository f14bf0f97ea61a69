import { chmodSync, existsSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeFiles, type Files } from '../intake/estate.testing.ts'
import { run, type Ran } from './host.testing.ts'
import type { Host } from './host.ts'

const POD = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostPID: true
  containers:
    - name: web
      image: registry.example/web:1.4.2
`
const CLEAN = POD.replace('  hostPID: true\n', '')
const FILES: Files = { 'bad/pod.yaml': POD, 'good/pod.yaml': CLEAN, 'empty/readme.md': 'nothing' }

function runIn(folder: string, line: string, machine: Partial<Host> = {}): Promise<Ran> {
  const words = line.split(' ').filter(Boolean)
  return run(words, { workingFolder: folder, ...machine })
}

describe('an exit code', () => {
  it.each([
    { line: 'scan good --rule host-pid', exitCode: 0 },
    { line: 'scan bad --rule host-pid', exitCode: 1 },
    { line: 'scan --rule host-pid', exitCode: 1 },
    { line: 'scan bad --rule host-pid --fail-on never', exitCode: 0 },
    { line: 'scan bad --rule host-pid --fail-on urgent', exitCode: 0 },
    { line: 'scan bad --rule host-pid --severity urgent', exitCode: 1 },
    { line: 'scan bad --rule host-pid --exit-code 7', exitCode: 7 },
    { line: 'scan bad --rule host-pid -q', exitCode: 1 },
    { line: 'scan empty', exitCode: 3 },
    { line: 'scan nowhere', exitCode: 3 },
    { line: 'scan bad good nowhere --rule host-pid', exitCode: 1 },
    { line: 'scan good --rule host-pid -n nobody', exitCode: 3 },
    { line: 'scan --bogus', exitCode: 2 },
    { line: 'scan -f xml', exitCode: 2 },
    { line: 'scan --rule nope', exitCode: 2 },
    { line: 'scan --stop nope', exitCode: 2 },
    { line: 'scan --persona nobody', exitCode: 2 },
    { line: 'scan --provider nobody', exitCode: 2 },
    { line: 'scan --severity awful', exitCode: 2 },
    { line: 'scan --fail-on awful', exitCode: 2 },
    { line: 'scan --kubernetes-version two', exitCode: 2 },
    { line: 'scan --coverage-min 101', exitCode: 2 },
    { line: 'scan --exit-code -1', exitCode: 2 },
    { line: 'scan --width wide', exitCode: 2 },
    { line: 'scan --color sometimes', exitCode: 2 },
    { line: 'scan -f json=nowhere/report.json good', exitCode: 2 },
    { line: 'fix host-pid bad', exitCode: 0 },
    { line: 'fix host-pid good', exitCode: 0 },
    { line: 'fix host-pid empty', exitCode: 3 },
    { line: 'fix host-pit bad', exitCode: 2 },
    { line: 'fix --write -', exitCode: 2 },
    { line: 'explain host-pid', exitCode: 0 },
    { line: 'explain nope', exitCode: 2 },
    { line: 'explain', exitCode: 2 },
    { line: 'rules', exitCode: 0 },
    { line: 'rules --stop nope', exitCode: 2 },
    { line: 'compliance', exitCode: 0 },
    { line: 'compliance nsa good', exitCode: 0 },
    { line: 'compliance CIS bad', exitCode: 0 },
    { line: 'compliance pss bad --fail-on high', exitCode: 1 },
    { line: 'compliance pss bad --fail-on urgent', exitCode: 0 },
    { line: 'compliance nsa empty', exitCode: 3 },
    { line: 'compliance nsa good nowhere', exitCode: 3 },
    { line: 'compliance nope', exitCode: 2 },
    { line: 'compliance nsa -f sarif', exitCode: 2 },
    { line: 'compliance --rule host-pid', exitCode: 2 },
    { line: 'version', exitCode: 0 },
    { line: '--version', exitCode: 0 },
    { line: 'version -f json', exitCode: 0 },
    { line: 'version -f xml', exitCode: 2 },
    { line: 'completion bash', exitCode: 0 },
    { line: 'completion ksh', exitCode: 2 },
    { line: 'scna', exitCode: 2 },
    { line: '', exitCode: 2 },
  ])('of "$line" is $exitCode', async ({ line, exitCode }) => {
    const ran = await runIn(writeFiles(FILES), line)
    expect(ran.exitCode).toBe(exitCode)
    // Wrong use says so on the error stream and nothing on the other.
    const isMisuse = ran.stdout === '' && /^(?:error: |Portolan charts)/.test(ran.stderr)
    expect(isMisuse).toBe(exitCode === 2)
  })

  it('of a mistake of ours is 3, without a stack unless it is asked for', async () => {
    const machine = {
      interruptible: () => {
        throw new TypeError('ours')
      },
    }
    const ran = await runIn(writeFiles(FILES), 'scan good', machine)
    expect(ran).toMatchObject({ exitCode: 3, stdout: '' })
    expect(ran.stderr).toContain('nothing is known to be clean: ours')
    expect(ran.stderr).not.toContain('route.test.ts')
    const debug = { ...machine, env: { PORTOLAN_DEBUG: '1' } }
    expect((await runIn(writeFiles(FILES), 'scan good', debug)).stderr).toContain('route.test.ts')
  })
})

describe('a scan', () => {
  it('finds the same for every persona, in other words', async () => {
    const folder = writeFiles(FILES)
    const texts = new Set<string>()
    const findings = new Set<string>()
    for (const persona of ['boss', 'analyst', 'architect', 'developer', 'user']) {
      texts.add((await runIn(folder, `scan --persona ${persona}`)).stdout)
      const { stdout } = await runIn(folder, `scan -f json --persona ${persona}`)
      const report: unknown = JSON.parse(stdout)
      findings.add(JSON.stringify(idsIn(report).toSorted()))
    }
    expect(texts.size).toBe(5)
    expect(findings.size).toBe(1)
  })

  it('writes several reports at once, and sums up on the error stream', async () => {
    const folder = writeFiles(FILES)
    const ran = await runIn(folder, 'scan -f json=a.json,sarif=b.sarif bad --rule host-pid')
    expect(ran.stdout).toBe('')
    expect(ran.stderr).toMatch(
      /^portolan: .*1 high open; gate failed: 1 .*; see a\.json, b\.sarif\n$/,
    )
    expect(JSON.parse(readFileSync(join(folder, 'a.json'), 'utf8'))).toHaveProperty('findings')
    expect(JSON.parse(readFileSync(join(folder, 'b.sarif'), 'utf8'))).toHaveProperty('runs')
  })

  it('keeps the error stream empty when the text tells all', async () => {
    const { stderr } = await runIn(writeFiles(FILES), 'scan bad good nowhere')
    expect(stderr).toBe('')
  })

  it('tells the faults on the error stream when a program reads the report', async () => {
    const { stderr } = await runIn(writeFiles(FILES), 'scan -f json bad nowhere')
    expect(stderr).toContain('nowhere: There is no file or folder of this name. (INTAKE_NOT_FOUND)')
  })

  it('says nothing at all when it is quiet', async () => {
    const ran = await runIn(writeFiles(FILES), 'scan -q bad nowhere --rule host-pid')
    expect(ran).toEqual({ exitCode: 1, stdout: '', stderr: '' })
  })

  it('tells that it was narrowed', async () => {
    const { stdout } = await runIn(writeFiles(FILES), 'scan -n default --rule host-pid')
    expect(stdout.split('\n').slice(0, 2).join(' ')).toContain('--rule host-pid')
  })

  it('judges what comes through a pipe', async () => {
    const readStdin = () => Promise.resolve(Buffer.from(POD))
    const ran = await runIn('/', 'scan - --rule host-pid', { readStdin })
    expect(ran.exitCode).toBe(1)
    expect(ran.stdout).toContain('<stdin>')
  })

  it.each([
    {
      name: 'while it waits for a pipe',
      line: '-',
      machine: { readStdin: () => Promise.resolve(undefined) },
    },
    { name: 'while it works', line: 'bad', machine: { interruptible: () => undefined } },
  ])('that is interrupted $name says that nothing is known', async ({ line, machine }) => {
    const ran = await runIn(writeFiles(FILES), `scan ${line}`, machine)
    expect(ran).toMatchObject({ exitCode: 130, stdout: '' })
    expect(ran.stderr).toContain('(INTERRUPTED)')
  })

  it('that is interrupted gives programs a report that says so', async () => {
    let turn = 0
    // The first piece of work is the scan itself, the second one the writing of its report.
    const interruptible: Host['interruptible'] = (work) =>
      turn++ === 0 ? undefined : { value: work() }
    const ran = await runIn(writeFiles(FILES), 'scan -f json bad', { interruptible })
    expect(ran.exitCode).toBe(130)
    expect(JSON.parse(ran.stdout)).toMatchObject({
      findings: [],
      faults: [{ code: 'INTERRUPTED' }],
      stops: expect.arrayContaining([expect.objectContaining({ state: 'Not examined' })]),
    })
  })

  it('leaves an old report alone when the new one is interrupted', async () => {
    let turn = 0
    const interruptible: Host['interruptible'] = (work) =>
      turn++ === 0 ? { value: work() } : undefined
    const folder = writeFiles({ ...FILES, 'report.json': 'old' })
    const ran = await runIn(folder, 'scan -f json=report.json bad', { interruptible })
    expect(ran.exitCode).toBe(130)
    expect(readFileSync(join(folder, 'report.json'), 'utf8')).toBe('old')
  })
})

describe('a fix', () => {
  it('prints a diff and changes nothing', async () => {
    const folder = writeFiles(FILES)
    const ran = await runIn(folder, 'fix host-pid')
    expect(ran.stdout.split('\n').filter((line) => /^[-+]/.test(line))).toEqual([
      '--- a/bad/pod.yaml',
      '+++ b/bad/pod.yaml',
      '-  hostPID: true',
    ])
    expect(ran.stderr).toBe('portolan: would mend 1 finding in 1 file; --write does\n')
    expect(readFileSync(join(folder, 'bad/pod.yaml'), 'utf8')).toBe(POD)
  })

  it('writes the file, keeps its mode and says what it did; then there is nothing left', async () => {
    const folder = writeFiles(FILES)
    const file = join(folder, 'bad/pod.yaml')
    chmodSync(file, 0o600)
    const ran = await runIn(folder, 'fix host-pid bad --write')
    expect(ran.stdout).toBe('bad/pod.yaml: host-pid\n')
    expect(ran.stderr).toBe('portolan: mended 1 finding in 1 file\n')
    expect(readFileSync(file, 'utf8')).toBe(CLEAN)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect((await runIn(folder, 'scan bad --rule host-pid')).exitCode).toBe(0)
    expect((await runIn(folder, 'fix host-pid bad --write')).stderr).toBe(
      'portolan: nothing to change\n',
    )
  })

  it('writes through a link that was named, and not through one that leads out', async () => {
    const folder = writeFiles({ 'real/pod.yaml': POD, 'other/pod.yaml': POD, 'in/readme.md': '' })
    symlinkSync('real/pod.yaml', join(folder, 'named.yaml'))
    symlinkSync('../other/pod.yaml', join(folder, 'in/out.yaml'))
    expect((await runIn(folder, 'fix host-pid named.yaml --write')).exitCode).toBe(0)
    expect(readFileSync(join(folder, 'real/pod.yaml'), 'utf8')).toBe(CLEAN)
    const ran = await runIn(folder, 'fix host-pid in --write')
    expect(ran.exitCode).toBe(3)
    expect(readFileSync(join(folder, 'other/pod.yaml'), 'utf8')).toBe(POD)
  })

  it('keeps a byte order mark and the line ends', async () => {
    const text = `\uFEFF${POD.replaceAll('\n', '\r\n')}`
    const folder = writeFiles({ 'pod.yaml': text })
    await runIn(folder, 'fix host-pid --write')
    const after = readFileSync(join(folder, 'pod.yaml'), 'utf8')
    expect(after).toBe(text.replace('  hostPID: true\r\n', ''))
  })

  it('of a pipe is a diff', async () => {
    const readStdin = () => Promise.resolve(Buffer.from(POD))
    const ran = await runIn('/', 'fix host-pid -', { readStdin })
    expect(ran.stdout).toContain('-  hostPID: true')
  })

  it('changes nothing when it is interrupted', async () => {
    const folder = writeFiles(FILES)
    const ran = await runIn(folder, 'fix --write', { interruptible: () => undefined })
    expect(ran).toEqual({
      exitCode: 130,
      stdout: '',
      stderr: 'Interrupted: nothing was changed.\n',
    })
    expect(readFileSync(join(folder, 'bad/pod.yaml'), 'utf8')).toBe(POD)
  })
})

describe('a hostile name', () => {
  it.skipIf(process.platform === 'win32')('reaches no terminal as it is', async () => {
    const folder = writeFiles({})
    writeFileSync(join(folder, 'evil\u001B[31m\n.yaml'), 'kind: Pod\napiVersion: [v1\n')
    for (const line of [
      'scan',
      'scan -f json',
      'fix',
      'scan \u001B[2J',
      '\u001B[2J',
      'explain \u001B',
    ]) {
      const { stdout, stderr } = await runIn(folder, line)
      expect(stdout + stderr).not.toContain('\u001B')
    }
    expect(existsSync(folder)).toBe(true)
  })
})

describe('the list of rules', () => {
  it('has a line for each and may be JSON', async () => {
    const { stdout } = await run(['rules', '--color', 'never'])
    expect(stdout).toMatch(/^host-pid +workloads +high +yes +host-access +/m)
    const json: unknown = JSON.parse((await run(['rules', '-f', 'json'])).stdout)
    expect(json).toMatchObject({
      rules: expect.arrayContaining([
        expect.objectContaining({ id: 'host-pid', stop: 'workloads', fixable: true }),
      ]),
    })
  })

  it('tells more of each when asked', async () => {
    const sentence = /A container is a process on the node's own Linux kernel/
    expect((await run(['rules', '-v', '--width', '200'])).stdout).toMatch(sentence)
    expect((await run(['rules', '--width', '200'])).stdout).not.toMatch(sentence)
  })
})

describe('the version', () => {
  it('is one word for people and facts for programs', async () => {
    expect((await run(['version'])).stdout).toMatch(/^portolan \S+\n$/)
    const facts: unknown = JSON.parse((await run(['version', '--format', 'json'])).stdout)
    expect(facts).toEqual({
      version: expect.any(String),
      node: process.versions.node,
      rules: expect.any(Number),
      kubernetes: expect.stringMatching(/^1\.\d+$/),
    })
  })
})

function idsIn(report: unknown): readonly string[] {
  if (typeof report !== 'object' || report === null || !('findings' in report)) return []
  const { findings } = report
  return Array.isArray(findings) ? findings.map((finding) => JSON.stringify(finding)) : []
}
