import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeFiles, type Files } from '../intake/estate.testing.ts'
import { run, type Ran } from './host.testing.ts'

const POD = `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec:
  hostPID: true
  containers: [{ name: web, image: registry.example/web:1.4.2 }]
`

function repository(config: string, more: Files = {}): string {
  const files = { '.git/HEAD': '', 'deploy/pod.yaml': POD, 'other/pod.yaml': POD }
  return writeFiles({ ...files, 'empty/.keep': '', 'portolan.yaml': config, ...more })
}

function runIn(config: string, line: string, more: Files = {}): Promise<Ran> {
  return run(line.split(' '), { workingFolder: repository(config, more) })
}

const OFF = 'version: 1\nstops: { workloads: { mode: off, reason: seen by others } }'
const TARGETS = 'version: 1\ntargets: [{ path: deploy }]'

describe('every command that judges', () => {
  it.each([
    'scan -f json',
    'fix host-pid',
    'compliance pss -f json',
    'responsibility -f json',
    'guide isolation --write out',
    'lift host-pid --owner @a --approved-by @b --reason because-it-is-so',
    'baseline -o -',
  ])('looks at the targets of portolan.yaml: %s', async (line) => {
    const { exitCode, stdout } = await runIn('version: 1\ntargets: [{ path: nowhere }]', line)
    expect(exitCode).not.toBe(0)
    expect(stdout).not.toContain('other/pod.yaml')
    const found = await runIn(TARGETS, line)
    expect(found.stdout + found.stderr).not.toContain('other/pod.yaml')
  })

  it.each(['compliance pss', 'responsibility', 'diff empty deploy -v', 'fix deploy'])(
    'looks at no stop that is off, and says why: %s',
    async (line) => {
      const { stdout, stderr } = await runIn(OFF, line)
      expect(stdout).not.toContain('host-pid')
      expect(stderr).toContain('note: the stop workloads is off: seen by others\n')
    },
  )

  it('does not call a control met that only rules of a stop that is off cover', async () => {
    const { stdout } = await runIn(OFF, 'compliance pss deploy -f json')
    expect(JSON.parse(stdout).counts).toMatchObject({ met: 0, 'no-rule': 0, 'not-examined': 19 })
  })

  it('mends what is named, also where its stop is off', async () => {
    expect((await runIn(OFF, 'fix host-pid deploy')).stdout).toContain('-  hostPID: true')
  })

  it.each([
    { line: 'compliance pss deploy', exitCode: 0 },
    { line: 'compliance pss deploy --fail-on high', exitCode: 1 },
    { gate: 'failOn: high', line: 'compliance pss deploy', exitCode: 1 },
    { gate: 'failOn: high', line: 'compliance pss deploy --fail-on never', exitCode: 0 },
    { line: 'diff empty deploy', exitCode: 1 },
    { gate: 'failOn: never', line: 'diff empty deploy', exitCode: 0 },
    { gate: 'failOn: never', line: 'diff empty deploy --fail-on low', exitCode: 1 },
  ])(
    'asks flags, then the file, then what is usual for the gate: $line, $gate',
    async (example) => {
      const { gate = 'coverageMin: 0', line, exitCode } = example
      const done = await runIn(`version: 1\ngate: { ${gate} }`, line, {
        'empty/map.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: m, namespace: n }\n',
      })
      expect(done.exitCode).toBe(exitCode)
    },
  )

  it('gates a stop on its own in a comparison too', async () => {
    const config = 'version: 1\ngate: { failOn: never }\nstops: { workloads: { gate: high } }'
    const { exitCode, stdout } = await runIn(config, 'diff empty deploy')
    expect(exitCode).toBe(1)
    expect(stdout).toContain('new at or above never, high in workloads -> exit 1')
  })

  it.each([
    { line: 'guide isolation', says: 'developer' },
    { line: 'responsibility', says: 'Whose move it is: Google GKE Autopilot' },
    { line: 'compliance pss deploy', says: 'Google GKE Autopilot' },
  ])('knows the provider: $line', async ({ line }) => {
    const told = (await runIn('version: 1\nprovider: autopilot', line)).stdout
    const flagged = (await runIn('version: 1', `${line} --provider autopilot`)).stdout
    expect(told).toBe(flagged)
  })

  it.each([
    { command: 'fix', keys: ['profile', 'targets', 'provider', 'cluster', 'waivers', 'waivers'] },
    {
      command: 'diff deploy other',
      keys: ['profile', 'provider', 'cluster', 'gate', 'waivers', 'waivers'],
    },
    {
      command: 'compliance pss',
      keys: [
        'profile',
        'targets',
        'provider',
        'cluster',
        'gate',
        'gate',
        'gate',
        'gate',
        'waivers',
        'waivers',
      ],
    },
    { command: 'guide', keys: ['targets', 'provider'] },
    {
      command: 'responsibility',
      keys: ['profile', 'targets', 'provider', 'cluster', 'waivers', 'waivers'],
    },
    { command: 'lift list', keys: ['targets', 'cluster', 'waivers', 'waivers'] },
    {
      command: 'baseline',
      keys: ['profile', 'targets', 'provider', 'cluster', 'waivers', 'waivers'],
    },
  ])('tells the values in force and where each is from: $command', async ({ command, keys }) => {
    const config = 'version: 1\nprovider: gke\ntargets: [{ path: deploy }]\nwaivers: { maxDays: 9 }'
    const { exitCode, stdout } = await runIn(config, `${command} --show-config`)
    expect(exitCode).toBe(0)
    const lines = stdout.trimEnd().split('\n')
    expect(lines.map((line) => line.split(/[.:]/)[0])).toEqual(keys)
    expect(stdout).toContain(
      command.startsWith('lift') ? 'waivers.maxDays: 9' : 'provider: "gke"  # portolan.yaml:2:1',
    )
  })

  it('names the owners in a compliance report', async () => {
    const config = 'version: 1\nowners: [{ match: { kind: Pod }, team: "@org/shop" }]'
    const { stdout } = await runIn(config, 'compliance pss deploy -f json')
    expect(stdout).toContain('"owner":"@org/shop"')
  })

  it('writes the configuration for the targets of the file', async () => {
    const folder = repository(TARGETS)
    const done = await run(['guide', 'isolation', '--write', 'out'], { workingFolder: folder })
    expect(done.exitCode).toBe(0)
    expect(readFileSync(join(folder, 'out/new/isolation.yaml'), 'utf8')).toContain(
      'namespace: shop',
    )
  })
})
