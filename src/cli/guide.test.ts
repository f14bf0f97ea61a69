import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { TOPICS } from '../rules/topics.ts'
import { run } from './host.testing.ts'

const OPEN = Buffer.from(`apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
        - {name: web, image: registry.example/web:1.0.0}
`)
const piped = { readStdin: () => Promise.resolve(OPEN) }

describe('portolan guide', () => {
  it('lists every topic of the itinerary, and leaves no stop without one', async () => {
    const { stdout } = await run(['guide'])
    for (const id of TOPICS.keys()) expect(stdout).toMatch(new RegExp(`^  ${id} `, 'm'))
    expect(stdout).not.toContain('no guide yet')
    expect(stdout).toMatch(/^ {2}storage-encryption +architect or provider +8 rules/m)
  })

  it('names one owner under an offering', async () => {
    const { stdout } = await run(['guide', '--provider', 'gke'])
    expect(stdout).toMatch(/^ {2}storage-encryption +provider +8 rules/m)
  })

  it('begins with what is nearest to a persona, and tells boss and user a sentence', async () => {
    const { stdout } = await run(['guide', '--persona', 'boss'])
    const [first = '', lead = ''] = stdout.split('\n')
    expect(first).toMatch(/^ {2}cloud-access /)
    expect(lead).toMatch(/^ {6}One key without an end date/)
    const { topics } = JSON.parse((await run(['guide', '-f', 'json', '--persona', 'user'])).stdout)
    expect(topics[0].id).toBe('personal-data')
    expect(topics.at(-1).lead).toBeUndefined()
  })

  it('tells the topics of a stop with their guidelines', async () => {
    const { stdout } = await run(['guide', 'network'])
    expect(stdout).toContain('Deny both directions by default in every namespace')
    expect(stdout).toContain('The network plugin and DNS\n')
  })

  it('tells all of a topic, its owner from the duty and its rules from the catalogue', async () => {
    const { stdout } = await run(['guide', 'plugin', '-f', 'md'])
    expect([...stdout.matchAll(/^## (.+)$/gm)].map((match) => match[1])).toEqual([
      'What it is',
      'What can go wrong',
      'The guideline',
      'Basic configuration',
      'What it restricts',
      'How to lift it',
      'Who owns it',
      'Rules',
    ])
    expect(stdout).toContain('- **architect**: self-managed, Amazon EKS')
    expect(stdout).toContain('`net-policies-not-enforced` (high)')
  })

  it.each([
    { words: ['isolaton'], says: 'Did you mean "isolation"?' },
    { words: ['network', '--write', 'out'], says: '--write needs to know the estate' },
    { words: ['network', '-', '-f', 'md'], says: 'YAML or as JSON' },
    { words: ['network', '--tier', 'admin'], says: '--tier is about a configuration' },
    { words: ['network', '-', '--tier', 'all'], says: 'namespace or admin' },
    { words: ['network', '--verify'], says: '--verify proves what a configuration' },
    { words: ['data', '-', '--verify'], says: '--verify proves what a configuration' },
  ])('refuses $words', async ({ words, says }) => {
    const { exitCode, stderr, stdout } = await run(['guide', ...words], piped)
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr).toContain(says)
  })
})

describe('the configuration for an estate', () => {
  it('is one stream of YAML', async () => {
    const { exitCode, stdout, stderr } = await run(['guide', 'isolation', '-'], piped)
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(stdout).toContain('  name: default-deny\n  namespace: shop\n')
  })

  it('is JSON when that is asked for', async () => {
    const { stdout } = await run(['guide', 'network', '-', '-f', 'json'], piped)
    const { topics } = JSON.parse(stdout)
    expect(topics.map(({ topic }: { topic: string }) => topic)).toEqual([
      'isolation',
      'egress',
      'exposure',
      'plugin',
    ])
    expect(topics[0].chapters[0].manifests[0].kind).toBe('NetworkPolicy')
  })

  it('fills a folder, and leaves there what somebody else wrote', async () => {
    const workingFolder = mkdtempSync(join(tmpdir(), 'guide-'))
    const ask = () => run(['guide', 'network', '-', '--write', 'out'], { ...piped, workingFolder })
    expect((await ask()).stdout).toBe(
      'out/new/isolation.yaml: 2 objects\nout/proof.txt\nMeant and kept: 2 of 2 connections; lost: 0.\n',
    )
    expect((await ask()).exitCode).toBe(0)
    const file = join(workingFolder, 'out', 'new', 'isolation.yaml')
    expect(readdirSync(join(workingFolder, 'out', 'new'))).toEqual(['isolation.yaml'])
    writeFileSync(file, '# ours\n')
    const { exitCode, stderr } = await ask()
    expect(exitCode).toBe(3)
    expect(stderr).toContain('Somebody else wrote this file')
    expect(readFileSync(file, 'utf8')).toBe('# ours\n')
  })

  it('is incomplete when the estate could not be read', async () => {
    const machine = { readStdin: () => Promise.resolve(Buffer.from('a: [')) }
    expect((await run(['guide', 'isolation', '-'], machine)).exitCode).toBe(3)
  })
})
