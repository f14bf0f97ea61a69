import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { CONFIG } from '../app/config/schema.ts'
import { writeFiles, type Files } from '../intake/estate.testing.ts'
import { readYaml } from '../intake/yaml/read-yaml.ts'
import { FORMATS } from '../report/formats.ts'
import { run, type Ran } from './host.testing.ts'

const SCHEMA = new URL('../../docs/api/config.schema.json', import.meta.url)
const validate = new Ajv2020({ allowUnionTypes: true }).compile(
  JSON.parse(readFileSync(SCHEMA, 'utf8')),
)

const POD = `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop-eu }
spec:
  hostPID: true
  containers: [{ name: web, image: registry.example/web:1.4.2 }]
`
const RULES = '--rule host-pid,privilege-escalation'

function runIn(
  folder: string,
  line: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  return run(line.split(' '), { workingFolder: folder, env })
}

function repository(config: string, more: Files = {}): string {
  return writeFiles({ '.git/HEAD': '', 'deploy/pod.yaml': POD, 'portolan.yaml': config, ...more })
}

describe('reach in portolan.yaml', () => {
  const allowing = 'version: 1\nreach: { allow: [{ from: shop-eu/web, to: 192.0.2.9, port: 443 }] }'

  it('counts as intended where policies are written', async () => {
    const { stdout } = await runIn(repository(allowing), 'guide isolation deploy')
    expect(stdout).toContain('reach.allow declares it (portolan.yaml:2:18)')
    expect(stdout).toContain('cidr: 192.0.2.9/32')
  })

  it('adds up with what it extends', async () => {
    const config =
      'version: 1\nextends: [a.yaml]\nreach: { deny: [{ from: outside, to: shop-eu/web }] }'
    const { stdout } = await runIn(repository(config, { 'a.yaml': allowing }), 'reach check deploy')
    expect(stdout).toContain('held     allow shop-eu/web to 192.0.2.9, port 443  a.yaml:2:18\n')
    expect(stdout).toContain('held     deny outside to shop-eu/web  portolan.yaml:3:17\n')
  })
})

describe('waivers in portolan.yaml', () => {
  const waiver = (expires: string) => `- id: W-1
  rule: host-pid
  match: { namespace: shop-eu, kind: Pod, name: web }
  reason: "the debugger needs it"
  owner: "@org/shop"
  approvedBy: "@org/security"
  expires: ${expires}
`
  const line = 'scan --rule host-pid'

  it.each([
    { name: 'lets a waiver count', config: 'version: 1', exitCode: 0 },
    {
      name: 'locks a rule against all of them',
      config: 'version: 1\nwaivers: { locked: [host-pid] }',
      exitCode: 1,
    },
    {
      name: 'keeps a rule locked that a file above it locks',
      config: 'version: 1\nextends: [a.yaml]\nwaivers: { maxDays: 90, locked: [] }',
      more: { 'a.yaml': 'version: 1\nwaivers: { locked: [host-pid] }' },
      exitCode: 1,
    },
    {
      name: 'refuses one that lasts too long',
      config: 'version: 1\nwaivers: { maxDays: 10 }',
      exitCode: 2,
    },
  ])('$name', async ({ config, more = {}, exitCode }) => {
    const files = { ...more, '.portolan/waivers.yaml': waiver('2026-12-24') }
    const folder = repository(config, files)
    expect((await runIn(folder, line)).exitCode).toBe(exitCode)
  })

  it('does not draft a waiver for a locked rule', async () => {
    const folder = repository('version: 1\nwaivers: { locked: [host-pid] }')
    const words = 'lift host-pid --on shop-eu/Pod/web --owner @o --approved-by @p --reason'
    const done = await run([...words.split(' '), 'the debugger needs it'], {
      workingFolder: folder,
    })
    expect(done.exitCode).toBe(2)
    expect(done.stderr).toContain('locks the rule host-pid')
  })
})

describe('portolan.yaml', () => {
  it.each([
    { config: 'version: 1\ngate: { failOn: never }', exitCode: 0, says: 'off -> exit 0' },
    { config: 'version: 1\nprofile: observe', exitCode: 0, says: 'profile observe' },
    {
      config: 'version: 1\ngate: { failOn: urgent }\nstops: { workloads: { gate: low } }',
      exitCode: 1,
      says: 'at or above urgent, low in workloads',
    },
    { config: 'version: 1\nprofile: baseline', exitCode: 1, says: 'profile baseline' },
    { config: 'version: 1\nprovider: kapsule', exitCode: 1, says: 'Scaleway Kapsule' },
    { config: 'version: 1\ntargets: [{ path: nowhere }]', exitCode: 3, says: 'nowhere' },
  ])('has an effect: $config', async ({ config, exitCode, says }) => {
    const done = await runIn(repository(config), `scan ${RULES}`)
    expect(done.exitCode).toBe(exitCode)
    expect(done.stdout).toContain(says)
  })

  it('lowers what restricted alone asks for under the profile baseline', async () => {
    const { stdout } = await runIn(
      repository('version: 1\nprofile: baseline'),
      `scan ${RULES} -f json`,
    )
    const findings: readonly Readonly<Record<string, string>>[] = JSON.parse(stdout).findings
    expect(findings.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual([
      'host-pid high',
      'privilege-escalation low',
    ])
  })

  it.each(['text', 'json', 'markdown', 'junit', 'sarif'])(
    'tells as %s why a stop is off',
    async (format) => {
      const config = 'version: 1\nstops: { workloads: { mode: off, reason: seen by others } }'
      const { stdout } = await runIn(repository(config), `scan --fail-on never -f ${format}`)
      expect(stdout).toContain('seen by others')
      expect(stdout).not.toContain('host-pid')
      expect(stdout).not.toMatch(/Workloads *\|? *✓/)
    },
  )

  it('gives way to flags', async () => {
    const folder = repository(
      'version: 1\ngate: { failOn: never }\nstops: { workloads: { mode: off, reason: r } }',
    )
    const { exitCode } = await runIn(folder, 'scan deploy --stop workloads --fail-on high')
    expect(exitCode).toBe(1)
  })

  it('is found above, and its paths are relative to it', async () => {
    const config =
      'version: 1\ntargets: [{ path: deploy }]\noutputs: [{ format: json, file: out.json }]'
    const folder = repository(config, { 'a/b/note.txt': '' })
    const { exitCode } = await runIn(join(folder, 'a/b'), `scan ${RULES}`)
    expect(exitCode).toBe(1)
    const report = JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8'))
    expect(report.run.targets).toEqual(['../../deploy'])
  })

  it('is not taken from above where there is no repository', async () => {
    const folder = writeFiles({ 'portolan.yaml': 'broken: [', 'a/pod.yaml': POD })
    expect((await runIn(join(folder, 'a'), `scan ${RULES}`)).exitCode).toBe(1)
  })

  it('extends others, the later one wins, and says where each value is from', async () => {
    const folder = repository('version: 1\nextends: [a.yaml, sub/b.yaml]\nprovider: gke', {
      'a.yaml': 'version: 1\nprofile: observe\ngate: { failOn: low, coverageMin: 50 }',
      'sub/b.yaml': 'version: 1\ngate: { failOn: medium }\ntargets: [{ path: x }]',
    })
    const { stdout } = await runIn(folder, 'scan --show-config --coverage-min 70')
    expect(stdout.split('\n')).toEqual([
      'profile: "observe"  # a.yaml:2:1',
      'targets: [{"path":"sub/x"}]  # sub/b.yaml:3:1',
      'provider: "gke"  # portolan.yaml:3:1',
      'cluster: none  # default',
      'gate.failOn: "medium"  # sub/b.yaml:2:9',
      'gate.newOnly: false  # default',
      'gate.baseline: none  # default',
      'gate.coverageMin: 70  # flag --coverage-min',
      'advisories.maxAgeDays: 14  # default',
      'outputs: text  # default',
      'waivers.maxDays: 180  # default',
      'waivers.locked: []  # default',
      '',
    ])
  })

  it('names the owners of findings, CODEOWNERS where it names none', async () => {
    const config =
      'version: 1\nowners:\n  - { match: { namespace: "shop-*" }, team: shop, developer: "@org/shop" }'
    const files = {
      CODEOWNERS: '* @all\n/deploy/ @ops # those\n',
      'deploy/b.yaml': POD.replace('shop-eu', 'mail'),
    }
    const { stdout } = await runIn(repository(config, files), 'scan --rule host-pid -f json')
    const findings: readonly Readonly<Record<string, string>>[] = JSON.parse(stdout).findings
    expect(findings.map(({ owner }) => owner)).toEqual(['@ops', '@org/shop'])
    expect((await runIn(repository(config), 'scan --rule host-pid')).stdout).toContain('@org/shop')
  })

  it.each([
    { format: 'sarif', says: '"properties":{"owner":"@org/shop","crownJewel":"Pod web"}' },
    {
      format: 'junit',
      says: '<property name="owner" value="@org/shop"/><property name="crown jewel" value="Pod web"/>',
    },
  ])('names owners and crown jewels in $format', async ({ format, says }) => {
    const config =
      'version: 1\nowners: [{ match: { kind: Pod }, team: "@org/shop" }]\ncrownJewels: [{ kind: Pod, name: web }]'
    const { stdout } = await runIn(repository(config), `scan --rule host-pid -f ${format}`)
    expect(stdout.replaceAll(/\s*\n\s*/g, '').replaceAll('": "', '":"')).toContain(says)
  })

  it('writes to a file of the environment, or says that it is not set', async () => {
    const folder = repository('version: 1\noutputs: [{ format: markdown, file: $SUMMARY }]')
    const file = join(folder, 'summary.md')
    expect((await runIn(folder, `scan ${RULES}`, { SUMMARY: file })).exitCode).toBe(1)
    expect(readFileSync(file, 'utf8')).toContain('Portolan')
    expect((await runIn(folder, `scan ${RULES}`)).exitCode).toBe(2)
  })

  it.each([
    {
      config: 'version: 1\ngate:\n  failon: high',
      says: 'portolan.yaml:3:3: There is no key "gate.failon".\n  Did you mean "failOn"?',
    },
    {
      config: 'version: 1\nstops: { net: {} }',
      says: 'portolan.yaml:2:10: There is no key "stops.net".',
    },
    {
      config: 'version: 1\nowners: [{ match: { ns: a }, team: b }]',
      says: 'portolan.yaml:2:21: There is no key',
    },
    { config: 'version: 2', says: 'portolan.yaml:1:1' },
    {
      config: 'profile: observe',
      says: 'portolan.yaml:1:1: The key "version" is missing.\n  Write version: 1',
    },
    {
      config: 'version: 1\nreach: { deny: [{ from: internet }] }',
      says: 'portolan.yaml:2:17: The key "reach.deny[0].to" is missing.',
    },
    { config: 'version: 1\nprofile: none', says: 'portolan.yaml:2:1: profile does not fit' },
    {
      config: 'version: 1\nstops: { data: { mode: off } }',
      says: 'portolan.yaml:2:10: stops.data does not fit',
    },
    {
      config: 'version: 1\nextends: [portolan.yaml]',
      says: 'portolan.yaml:2:11: portolan.yaml leads back',
    },
    { config: 'version: 1\nextends: [gone.yaml]', says: 'gone.yaml: ' },
    { config: 'version: [', says: 'portolan.yaml:1' },
    { config: 'version: 1\nversion: 1', says: 'portolan.yaml:2:1' },
    { config: '', says: 'portolan.yaml:1:1: A configuration is one YAML document' },
    { config: 'version: 1\ngate: { baseline: gone.json }', says: 'gone.json: ' },
  ])('is refused with its place: $config', async ({ config, says }) => {
    const { exitCode, stdout, stderr } = await runIn(repository(config), 'scan')
    expect(stderr).toContain(says)
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
  })

  it('is as the guide shows it', () => {
    const guide = readFileSync(
      new URL('../../docs/guide/configuration.md', import.meta.url),
      'utf8',
    )
    const text = /```yaml\n([^`]+)```/.exec(guide)?.[1] ?? ''
    const value = readYaml({ file: 'portolan.yaml', text }).documents[0]?.value
    expect(v.safeParse(CONFIG, value).issues).toBeUndefined()
    expect(validate(value)).toBe(true)
  })

  it.each([
    'version: 1',
    'version: 1\nstops: { data: { gate: low }, code: { mode: off, reason: r } }',
    'version: 1\nstops: { data: { mode: off } }',
    'version: 1\nstops: { data: { reason: r } }',
    'version: 1\nowners: [{ match: { kind: Pod }, partner: x }]',
    'version: 1\nowners: [{ match: { kind: Pod } }]',
    'version: 1\ngate: { coverageMin: 101 }',
    'version: 1\noutputs: [{ format: xml, file: a }]',
    'version: 1\nextends: a.yaml',
    'version: 1\ncrownJewels: []',
    'version: 1\ncrownJewels: [{}]',
    'version: 1\ncrownJewels: [{ kind: Secret, name: pay-*, labels: { tier: gold } }]',
    ...FORMATS.map(({ name }) => `version: 1\noutputs: [{ format: ${name}, file: a }]`),
    'gate: {}',
    'version: 1\nreach: { allow: [{ from: shop/web, to: shop/db, port: 5432 }], deny: [{ from: internet, to: shop/db }] }',
    'version: 1\nreach: { deny: [{ from: internet }] }',
    'version: 1\nreach: { deny: [{ from: internet, to: shop/db, port: 70000 }] }',
    'version: 1\nreach: { deny: [{ from: internet, to: shop/db, port: "tcp/5432" }] }',
    'version: 1\nreach: { deny: [{ from: internet, to: shop/db, port: https }] }',
    'version: 1\nanswers: [{ question: cloud-mfa, answer: no, owner: a, answered: 2026-11-01, expires: 2026-12-01 }]',
    'version: 1\nanswers: [{ question: cloud-mfa, answer: yes, owner: a, answered: 2026-11-01, expires: 2026-12-01 }]',
    'version: 1\nanswers: [{ question: cloud, answer: no, owner: a, answered: 2026-11-01, expires: 2026-12-01 }]',
    'version: 1\nanswers: [{ question: cloud-mfa, answer: maybe, owner: a, answered: 2026-11-01, expires: 2026-12-01 }]',
  ])('is judged alike by the published schema: %s', (text) => {
    const value = readYaml({ file: 'portolan.yaml', text }).documents[0]?.value
    expect(validate(value)).toBe(v.safeParse(CONFIG, value).success)
  })
})
