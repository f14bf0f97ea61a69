import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readEstate } from '../../src/intake/read-estate.ts'
import { NEWEST_KUBERNETES } from '../../src/model/version.ts'
import { CATALOGUE } from '../../src/rules/catalogue.ts'
import { loadGuides } from '../../src/rules/guides.ts'
import { judge } from '../../src/rules/judge.ts'
import { loadPages } from '../../src/rules/pages.ts'
import { pinBases } from '../../tools/complete-example.ts'
import { completeTerraform } from '../../tools/complete-terraform.ts'
import { GUIDES_LEFT_OPEN, LEFT_OPEN } from '../../tools/left-open.data.ts'

// Who copies an example gets all of it. So what is shown is scanned as whoever applies it would scan it: alone, under
// every rule there is.

const folder = mkdtempSync(join(tmpdir(), 'portolan-applied-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const pages = [...loadPages()].flatMap(([id, { apply }]) => {
  const [, language = '', text = ''] = /^```(\w+)\n([^]*?)\n```/.exec(apply) ?? []
  const file = fileFor(language, text)
  return file === undefined ? [] : [{ id, apply, file, text }]
})

describe('what a page shows to be applied', () => {
  it('is looked at for more than three hundred rules', () => {
    expect(pages.length).toBeGreaterThan(300)
  })

  it.each(pages)('is clean under the whole catalogue: $id', ({ id, apply, file, text }) => {
    const left = LEFT_OPEN.get(id)?.rules ?? []
    expect(rulesAbout(id, file, text)).toEqual(left)
    for (const rule of left) expect(apply).toContain(`\`${rule.replace('?', '')}\``)
  })
})

describe('a page', () => {
  it('shows something to be applied for each rule', () => {
    const library = loadPages()
    const silent = CATALOGUE.filter(({ id }) => (library.get(id)?.apply ?? '') === '')
    expect(silent.map(({ id }) => id)).toEqual([])
  })
})

describe('the files of a guide', () => {
  const guides = [...loadGuides()].flatMap(([id, { configuration, blocks }]) =>
    blocks.length === 0 ? [] : [{ id, configuration, text: blocks.join('---\n') }],
  )

  it('are looked at for most topics', () => {
    expect(guides.length).toBeGreaterThan(40)
  })

  it.each(guides)('are clean under the whole catalogue: $id', ({ id, configuration, text }) => {
    const left = GUIDES_LEFT_OPEN.get(id) ?? []
    expect(rulesAbout(id, 'shown.yaml', text)).toEqual(left)
    for (const rule of left) expect(configuration).toContain(`\`${rule.replace('?', '')}\``)
  })
})

describe('what completes examples', () => {
  it('is needed: an example alone is not clean', () => {
    const text =
      'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: web}]}\n'
    expect(rulesAbout('alone', 'shown.yaml', text)).toContain('no-seccomp-profile')
  })

  it.each([
    { name: 'a tag', text: 'FROM a/b:1\n', pinned: true },
    { name: 'a digest', text: 'FROM a/b@sha256:0\n', pinned: false },
    { name: 'nothing', text: 'FROM scratch\n', pinned: false },
    { name: 'a variable', text: 'FROM ${BASE}\n', pinned: false },
  ])('pins a base that is named by $name: $pinned', ({ text, pinned }) => {
    expect(pinBases(text).includes('@sha256:0f3c')).toBe(pinned)
  })

  it('adds to Terraform what it does not say, and changes nothing that it says', () => {
    const text = `resource "scaleway_rdb_instance" "a" {
  is_ha_cluster = false # a test
  private_network {
    pn_id = var.network
  }
}

# Another way.
resource "scaleway_rdb_instance" "b" {}
`
    expect(completeTerraform(text)).toBe(`resource "scaleway_rdb_instance" "a" {
  is_ha_cluster = false # a test
  private_network {
    pn_id = var.network

    enable_ipam = true
  }

  encryption_at_rest = true
}`)
  })

  it('sets what it adds within a block as deep as that block', () => {
    const text = 'resource "google_container_node_pool" "a" {\n  node_config {\n    x = 1\n  }\n}\n'
    expect(completeTerraform(text)).toContain(
      '\n    metadata = {\n      disable-legacy-endpoints = "true"\n    }\n',
    )
  })

  it('leaves stages as they are named', () => {
    const text = pinBases('FROM a/b:1 AS build\nFROM build\n')
    expect(text).toMatch(/^FROM a\/b:1@sha256:[\da-f]{64} AS build\nFROM build\n$/)
  })
})

function fileFor(language: string, text: string): string | undefined {
  if (language === 'dockerfile') return 'Dockerfile'
  if (language === 'hcl') return 'main.tf'
  if (language !== 'yaml') return undefined
  return /^services:/m.test(text) ? 'compose.yaml' : 'shown.yaml'
}

// A document that is a file of its own says so: the flag that names it is judged with it.
function filesIn(file: string, text: string): readonly (readonly [string, string])[] {
  const [first = '', ...rest] = text.split(/^---\n(?=# The file \/)/m)
  return [
    [file, `${first}\n`],
    ...rest.map((part) => [/^# The file (\/[^:]+):/.exec(part)?.[1] ?? file, `${part}\n`] as const),
  ]
}

/** The rules that speak of a text, `?` behind those that cannot tell; or what could not be read in it. */
function rulesAbout(id: string, file: string, text: string): readonly string[] {
  const workingFolder = join(folder, id)
  for (const [path, part] of filesIn(file, text)) {
    mkdirSync(join(workingFolder, dirname(path)), { recursive: true })
    writeFileSync(join(workingFolder, path), part)
  }
  const { scene, faults } = readEstate({
    targets: ['.'],
    workingFolder,
    skipPaths: [],
    readStdin: () => new Uint8Array(),
    kubernetes: NEWEST_KUBERNETES,
    offering: undefined,
    today: '2026-11-24',
  })
  const rules = judge(scene, CATALOGUE).map(
    ({ rule, complaint }) => `${rule.id}${complaint.sure ? '' : '?'}`,
  )
  return [...faults.map(({ message }) => message), ...new Set(rules)].toSorted()
}
