import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readEstate } from '../intake/read-estate.ts'
import type { GuidePage } from '../model/guide-page.ts'
import { STOPS } from '../model/itinerary.ts'
import { valueAt } from '../model/part.ts'
import { NEWEST_KUBERNETES } from '../model/version.ts'
import { CATALOGUE } from './catalogue.ts'
import { parseGuide } from './guide.ts'
import { judge } from './judge.ts'
import type { Complaint, Rule } from './rule.ts'
import { stopOf, TOPICS } from './topics.ts'

const ROOM = import.meta.dirname

describe('the guides', () => {
  it('are there for every topic, in the folder of its stop, and for nothing else', () => {
    const files = STOPS.flatMap((stop) => guidesIn(stop).map((id) => `${stop}/${id}`))
    const topics = [...TOPICS].map(([id, { stop }]) => `${stop}/${id}`)
    expect(files.toSorted()).toEqual(topics.toSorted())
  })

  it('need all their headings, each with something below it', () => {
    const sections = ['What it is', 'What can go wrong', 'The guideline']
    const whole = [...sections, 'Basic configuration', 'What it restricts', 'How to lift it']
    const text = (headings: readonly string[], body = 'x') =>
      headings.map((heading) => `## ${heading}\n\n${body}\n\n`).join('')
    expect(parseGuide(text(whole))).toBeDefined()
    expect(parseGuide(text(sections))).toBeUndefined()
    expect(parseGuide(text(whole.toReversed()))).toBeUndefined()
    expect(parseGuide(text(whole, ''))).toBeUndefined()
    expect(parseGuide(`# Told twice\n\n${text(whole)}`)).toBeUndefined()
  })
})

describe.each([...TOPICS].map(([id, topic]) => ({ id, topic })))('$id', ({ id, topic }) => {
  const file = join(ROOM, topic.stop, 'guide', `${id}.md`)
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const guide = parseGuide(text)

  it('has all its parts, on lines that are not too long', () => {
    expect(guide).toBeDefined()
    expect(text.split('\n').filter((line) => line.length > 120 && !isImage(line))).toEqual([])
  })

  it('has a sentence for the boss and the user where it concerns them', () => {
    const told = { boss: guide?.boss !== undefined, user: guide?.user !== undefined }
    expect(told).toEqual({ boss: topic.affinity.boss > 0, user: topic.affinity.user > 0 })
  })

  it('shows configuration that our own reader reads whole, in versions that are known', () => {
    const { yaml, terraform, dockerfiles } = blocksOf(guide)
    expect(yaml.length + terraform.length + dockerfiles.length).toBeGreaterThan(0)
    expect(estateOf(guide).faults).toEqual([])
    const versions = yaml.flatMap((block) =>
      [...block.matchAll(/^apiVersion: (\S+)$/gm)].map((match) => match[1] ?? ''),
    )
    expect(versions.length > 0).toBe(yaml.length > 0)
    expect(versions.filter((version) => !KNOWN_VERSIONS.includes(version))).toEqual([])
  })

  it('shows configuration that no rule complains about', () => {
    const charges = judge(estateOf(guide).scene, CATALOGUE)
    const complaints = charges
      .filter(({ complaint }) => complaint.sure)
      .filter(({ rule, complaint }) => rule.topic === id || !isLeftOut(rule, complaint))
      .map(({ rule, complaint }) => `${rule.id}: ${complaint.message}`)
    expect(complaints).toEqual([])
  })
})

// Served by Kubernetes 1.34 to 1.37, or by the newest release of the project that brings them.
const KNOWN_VERSIONS: readonly string[] = [
  'admissionregistration.k8s.io/v1',
  'apiserver.config.k8s.io/v1',
  'apps/v1',
  'audit.k8s.io/v1',
  'batch/v1',
  'cert-manager.io/v1',
  'external-secrets.io/v1',
  'gateway.networking.k8s.io/v1',
  'kyverno.io/v1',
  'kubeadm.k8s.io/v1beta4',
  'kubelet.config.k8s.io/v1beta1',
  'networking.k8s.io/v1',
  'policy/v1',
  'rbac.authorization.k8s.io/v1',
  'security.istio.io/v1',
  'snapshot.storage.k8s.io/v1',
  'storage.k8s.io/v1',
  'v1',
  'velero.io/v1',
]

function guidesIn(stop: string): readonly string[] {
  const folder = join(ROOM, stop, 'guide')
  if (!existsSync(folder)) return []
  return readdirSync(folder).map((file) => file.replace(/\.md$/, ''))
}

// A guide shows the settings of its own topic, not all that a program needs.
function isLeftOut(rule: Rule, { place: { document, path } }: Complaint): boolean {
  if (stopOf(rule) !== 'cluster') return false
  return path.at(-1) === 'extraArgs' || valueAt(document.value, path) === undefined
}

// The digest of an image cannot be broken into two lines.
function isImage(line: string): boolean {
  return /^ *image: \S+$/.test(line)
}

function blocksOf(guide: GuidePage | undefined) {
  const terraform = blocksIn(guide, /^```hcl\n([\s\S]*?)^```$/gm)
  const dockerfiles = blocksIn(guide, /^```dockerfile\n([\s\S]*?)^```$/gm)
  return { yaml: guide?.blocks ?? [], terraform, dockerfiles }
}

function blocksIn(guide: GuidePage | undefined, fence: RegExp): readonly string[] {
  return [...(guide?.configuration ?? '').matchAll(fence)].map((match) => match[1] ?? '')
}

// All blocks of a guide are applied together.
function estateOf(guide: GuidePage | undefined) {
  const { yaml, terraform, dockerfiles } = blocksOf(guide)
  const folder = mkdtempSync(join(tmpdir(), 'portolan-guide-'))
  if (terraform.length > 0) writeFileSync(join(folder, 'main.tf'), terraform.join('\n'))
  for (const [index, text] of dockerfiles.entries())
    writeFileSync(join(folder, `${index}.Dockerfile`), text)
  if (yaml.length > 0) writeFileSync(join(folder, 'all.yaml'), yaml.join('---\n'))
  const estate = readEstate({
    targets: ['.'],
    workingFolder: folder,
    skipPaths: [],
    readStdin: () => new Uint8Array(),
    kubernetes: NEWEST_KUBERNETES,
    offering: undefined,
    today: '2026-11-24',
  })
  rmSync(folder, { recursive: true })
  return estate
}
