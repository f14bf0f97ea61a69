import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeFiles } from '../intake/estate.testing.ts'
import { run } from './host.testing.ts'

const POD = `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec:
  hostPID: true
  containers: [{ name: web, image: registry.example/web:1.4.2 }]
`
const TERMS = [
  '--owner',
  '@org/shop',
  '--reason',
  'until the debugger is gone',
  '--approved-by',
  '@kim',
]
const FILE = '.portolan/waivers.yaml'
const lift = (workingFolder: string, ...words: readonly string[]) =>
  run(['lift', ...words], { workingFolder })

describe('portolan lift', () => {
  it('prints the waiver as a diff and writes nothing', async () => {
    const folder = writeFiles({ 'pod.yaml': POD })
    const { exitCode, stdout, stderr } = await lift(folder, 'host-pid', ...TERMS)
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(/^--- \/dev\/null\n[^]*\+  expires: 2027-02-22\n$/)
    expect(stderr).toContain('      spec.shareProcessNamespace: true\n')
    expect(stderr).not.toContain('hostNetwork')
    expect(stderr).toContain('What would be open: 1 finding\n')
    expect(stderr).toContain('Pod shop/web: privileged; baseline with host-pid mended')
    expect(existsSync(join(folder, FILE))).toBe(false)
  })

  it('writes it, and then a scan shows it as waived until the day after', async () => {
    const folder = writeFiles({ 'pod.yaml': POD })
    const written = await lift(folder, 'host-pid', ...TERMS, '--until', '2027-01-31', '--write')
    expect(written).toMatchObject({ exitCode: 0, stdout: '' })
    expect(readFileSync(join(folder, FILE), 'utf8')).toContain('id: W-2026-001')
    const words = ['scan', '--rule', 'host-pid', '--width', '200']
    const during = await run(words, { workingFolder: folder, today: () => '2027-01-31' })
    expect(during.exitCode).toBe(0)
    expect(during.stdout).toContain('⊘ waived')
    expect(during.stdout).toContain('until 2027-01-31, @org/shop: until the debugger is gone')
    const after = await run(words, { workingFolder: folder, today: () => '2027-02-01' })
    expect(after.exitCode).toBe(1)
    expect(after.stderr).toBe(
      'note: W-2026-001 (@org/shop) ended on 2027-01-31: 1 finding of host-pid is open.\n',
    )
    const without = await run([...words, '--no-waivers'], { workingFolder: folder })
    expect(without.exitCode).toBe(1)
  })

  it('tells what it would open before it asks for what is missing', async () => {
    const folder = writeFiles({ 'pod.yaml': POD })
    const { exitCode, stdout, stderr } = await lift(folder, 'host-pid')
    expect(exitCode).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toMatch(
      /What would be open: 1 finding[^]*error: A restriction is not lifted without a reason/,
    )
  })

  it('takes the advice of the page where no demand of Pod Security stands behind the rule', async () => {
    const folder = writeFiles({ 'pod.yaml': POD })
    const { stderr } = await lift(folder, 'no-memory-limit', ...TERMS)
    expect(stderr).toContain('How to need less\n')
  })

  it('lists, checks, renews and drops', async () => {
    const folder = writeFiles({ 'pod.yaml': POD })
    expect((await lift(folder, 'list')).stdout).toBe('Nothing is lifted.\n')
    await lift(folder, 'host-pid', ...TERMS, '--until', '2026-12-01', '--write')
    expect((await lift(folder, 'list')).stdout).toContain(
      '    holds until 2026-12-01; lifts 1 finding\n',
    )
    const listed: unknown = JSON.parse((await lift(folder, 'list', '-f', 'json')).stdout)
    expect(listed).toMatchObject({
      waivers: [{ id: 'W-2026-001', rule: 'host-pid', standing: 'in force', lifts: 1 }],
    })
    const due = await lift(folder, 'check')
    expect(due).toMatchObject({ exitCode: 1 })
    expect(due.stdout).toContain('W-2026-001 of host-pid (@org/shop) ends on 2026-12-01.')
    const duties: unknown = JSON.parse((await lift(folder, 'check', '-f', 'json')).stdout)
    expect(duties).toMatchObject({ duties: [{ kind: 'expiring' }] })
    await lift(folder, 'renew', 'W-2026-001', '--until', '2027-03-01', '--write')
    expect(await lift(folder, 'check')).toMatchObject({
      exitCode: 0,
      stdout: '1 waiver, nothing to do\n',
    })
    await lift(folder, 'drop', 'W-2026-001', '--write')
    expect((await lift(folder, 'list')).stdout).toBe('Nothing is lifted.\n')
  })

  it.each([
    {
      name: 'a flag that a task does not heed',
      words: ['list', '--reason', 'x'],
      message: /lift list does not heed --reason/,
    },
    {
      name: 'no waiver to renew',
      words: ['renew', '--until', '2027-01-01'],
      message: /for the waiver of an id/,
    },
    { name: 'no day to renew until', words: ['renew', 'W-1'], message: /renewed until a day/ },
    {
      name: 'a word too many',
      words: ['drop', 'W-1', 'W-2'],
      message: /not clear what "W-2" is for/,
    },
    { name: 'nothing', words: [], message: /is missing/ },
  ])('refuses $name', async ({ words, message }) => {
    const { exitCode, stderr } = await lift(writeFiles({ 'pod.yaml': POD }), ...words)
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(message)
  })
})

describe('a malformed waiver file', () => {
  const files = { 'pod.yaml': POD, [FILE]: '- id: W-1\n  rule: host-pid\n  untill: 2027-01-01\n' }

  it.each([['scan'], ['fix'], ['compliance', 'nsa'], ['lift', 'host-pid']])(
    'ends %s with its place',
    async (...words) => {
      const { exitCode, stdout, stderr } = await run(words, { workingFolder: writeFiles(files) })
      expect(exitCode).toBe(2)
      expect(stdout).toBe('')
      expect(stderr).toMatch(/^error: \.portolan\/waivers\.yaml:/)
    },
  )

  it('is a thing to do for lift check', async () => {
    const { exitCode, stdout } = await lift(writeFiles(files), 'check')
    expect(exitCode).toBe(1)
    expect(stdout).toMatch(/^\.portolan\/waivers\.yaml:/)
  })

  it('that is named and not there is told', async () => {
    const folder = writeFiles({ 'pod.yaml': POD })
    const { exitCode, stderr } = await run(['scan', '--waivers', 'nix.yaml'], {
      workingFolder: folder,
    })
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(/nix\.yaml/)
  })

  it('is nobody else’s: it is not searched for above what is no repository', async () => {
    const folder = writeFiles({ ...files, 'sub/pod.yaml': POD })
    const { exitCode } = await run(['scan'], { workingFolder: join(folder, 'sub') })
    expect(exitCode).toBe(1)
    const inRepository = writeFiles({ ...files, 'sub/pod.yaml': POD, '.git/HEAD': '' })
    const found = await run(['scan', 'sub'], { workingFolder: inRepository })
    expect(found.exitCode).toBe(2)
  })
})

describe('fix', () => {
  it('leaves what is waived, and says so of a finding that is named', async () => {
    const comment =
      '# portolan: lift host-pid until=2027-01-31 owner=a approved-by=b -- the debugger needs it\n'
    const folder = writeFiles({ 'pod.yaml': comment + POD })
    const fixed = await run(['fix', 'host-pid'], { workingFolder: folder })
    expect(fixed).toMatchObject({ exitCode: 0, stdout: '' })
    const scanned = await run(['scan', '-f', 'json', '--rule', 'host-pid'], {
      workingFolder: folder,
    })
    const id = /"id":"([\da-f]{16})"/.exec(scanned.stdout)?.[1] ?? ''
    const named = await run(['fix', id], { workingFolder: folder })
    expect(named.exitCode).toBe(2)
    expect(named.stderr).toContain(`The finding ${id} is lifted by pod.yaml:1 until 2027-01-31.`)
  })

  it('tells of a lift that is malformed', async () => {
    const folder = writeFiles({ 'pod.yaml': `# portolan: lift host-pid\n${POD}` })
    const { exitCode, stderr } = await run(['fix', 'host-ipc'], { workingFolder: folder })
    expect(exitCode).toBe(3)
    expect(stderr).toContain('pod.yaml:1:1: ')
  })
})
