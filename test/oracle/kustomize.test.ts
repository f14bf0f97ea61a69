import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openInflater } from '../../src/intake/helm/inflate-chart.ts'
import { buildKustomization } from '../../src/intake/kustomize/build-kustomization.ts'
import { openWorkshop } from '../../src/intake/kustomize/workshop.ts'
import { isKustomizationName } from '../../src/intake/manifest-name.ts'
import { readYaml } from '../../src/intake/yaml/read-yaml.ts'
import { corpus } from '../corpus/corpora.ts'
import { inOrder } from './in-order.ts'
import { program } from './programs.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const KUBECTL = program('kubectl')
// More kustomizations to compare: any folder with clones of public repositories.
const MORE = process.env['PORTOLAN_KUSTOMIZATIONS']

describe.skipIf(KUBECTL === undefined)('kubectl kustomize and our own build agree', () => {
  it.each([
    { name: 'the cases', folder: 'test/kustomize/cases' },
    { name: 'the demonstration estate', folder: 'examples/harbour' },
    { name: 'kustomizations with charts', folder: 'test/oracle/inflated' },
  ])('on $name', ({ folder }) => expect(disagreements(join(ROOT, folder))).toEqual([]))

  const boutique = corpus('boutique')
  it.skipIf(boutique === undefined)('on the boutique', () =>
    expect(disagreements(boutique ?? '')).toEqual([]),
  )

  it.each(MORE === undefined ? [] : [MORE])(
    'on %s',
    (folder) => expect(disagreements(folder)).toEqual([]),
    3_600_000,
  )
})

// Kustomize 5.7 asks for the version in the words of Helm 3, which Helm 4 does not know any more.
function helmForKustomize(): string {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-helm-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, 'helm')
  const script = `#!/bin/sh\n[ "$1" = version ] && echo v3.19.0 && exit\nexec "${program('helm')}" "$@"\n`
  writeFileSync(path, script, { mode: 0o755 })
  return path
}

function disagreements(folder: string): readonly string[] {
  const helm = helmForKustomize()
  const root = realpathSync(folder)
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  const folders = files.filter((file) => isKustomizationName(file.split('/').at(-1) ?? ''))
  expect(folders.length).toBeGreaterThan(0)
  return folders
    .map((file) => join(root, dirname(file)))
    .filter((each) => !agrees({ root, folder: each, helm }))
    .map((each) => relative(root, each))
}

interface Comparison {
  readonly root: string
  readonly folder: string
  readonly helm: string
}

// What needs the network or programs is theirs alone: we say so and go on.
function agrees({ root, folder, helm }: Comparison): boolean {
  const nameOf = (path: string): string => relative(root, path)
  const { render } = openInflater({ kubernetes: { major: 1, minor: 35 }, nameOf })
  const workshop = openWorkshop({ boundaries: [root], nameOf, renderChart: render })
  const { documents, isBuilt, faults } = buildKustomization(workshop, folder)
  const theirs = built(folder, helm)
  if (theirs === undefined) return !isBuilt || faults.length > 0
  return isBuilt && inOrder(theirs) === inOrder(documents.map(({ value }) => value))
}

function built(folder: string, helm: string): readonly unknown[] | undefined {
  try {
    // Nothing may wait for a network that is not there.
    const env = { ...process.env, https_proxy: 'http://127.0.0.1:9', GIT_SSH_COMMAND: 'false' }
    const text = execFileSync(
      KUBECTL ?? '',
      ['kustomize', folder, '--enable-helm', '--helm-command', helm],
      {
        encoding: 'utf8',
        env,
        maxBuffer: 1 << 28,
        stdio: ['ignore', 'pipe', 'ignore'],
        timeout: 30_000,
      },
    )
    return readYaml({ file: folder, text }).documents.map(({ value }) => value)
  } catch {
    return undefined
  }
}
