import { readdirSync, realpathSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildKustomization } from '../../src/intake/kustomize/build-kustomization.ts'
import { openWorkshop } from '../../src/intake/kustomize/workshop.ts'
import { locate, sourceAt, spanOf, type Document, type Path } from '../../src/model/document.ts'
import { CERTAINTY } from '../../src/model/making.ts'
import { isList, isMapping, valueAt } from '../../src/model/part.ts'
import { deciderOf, spotOf } from '../../src/model/place.ts'

const CASES = join(import.meta.dirname, 'cases')

describe('what a build places letter by letter', () => {
  it.each(readdirSync(CASES))('stands there: %s', (name) => {
    const leaves = build(name).flatMap((document) =>
      leavesOf(document.value, []).map(({ path, value }) => ({ document, path, value })),
    )
    const verbatim = leaves.filter(({ document, path }) => {
      return certaintyOf(document, path) === CERTAINTY.verbatim
    })
    const missing = verbatim.filter(({ document, path, value }) => {
      return !textAt(document, path).includes(firstLine(value))
    })
    expect(missing.map(({ path, value }) => ({ path: path.join('.'), value }))).toEqual([])
  })
})

describe('what a build decides', () => {
  it.each([
    {
      name: 'a patch',
      folder: 'merge',
      object: 'Deployment/web',
      path: ['spec', 'template', 'spec', 'containers', 1, 'env', 0, 'value'],
      spot: 'patch.yaml:16',
      decider: undefined,
    },
    {
      name: 'an image of the kustomization',
      folder: 'images',
      object: 'Deployment/web',
      path: ['spec', 'template', 'spec', 'containers', 0, 'image'],
      spot: 'web.yaml:17',
      decider: 'kustomization.yaml:2',
    },
    {
      name: 'a prefix',
      folder: 'names',
      object: 'Deployment/blue-web-v2',
      path: ['metadata', 'name'],
      spot: 'web.yaml:4',
      decider: 'kustomization.yaml:2',
    },
    {
      name: 'a name that follows',
      folder: 'names',
      object: 'Deployment/blue-web-v2',
      path: ['spec', 'template', 'spec', 'serviceAccountName'],
      spot: 'web.yaml:14',
      decider: 'kustomization.yaml:2',
    },
    {
      name: 'a namespace that was not there',
      folder: 'two-layers',
      object: 'Deployment/top-a-web',
      path: ['metadata', 'namespace'],
      spot: 'kustomization.yaml:2',
      decider: undefined,
    },
    {
      name: 'a namespace that was another one',
      folder: 'namespace',
      object: 'Deployment/web',
      path: ['metadata', 'namespace'],
      spot: 'web.yaml:5',
      decider: 'kustomization.yaml:1',
    },
    {
      name: 'a label',
      folder: 'labels',
      object: 'Deployment/web',
      path: ['metadata', 'labels', 'team'],
      spot: 'kustomization.yaml:2',
      decider: undefined,
    },
    {
      name: 'an operation written out',
      folder: 'json-patch',
      object: 'Deployment/web',
      path: ['spec', 'template', 'spec', 'containers', 1, 'image'],
      spot: 'kustomization.yaml:7',
      decider: undefined,
    },
    {
      name: 'a replacement',
      folder: 'replacements',
      object: 'Deployment/web',
      path: ['spec', 'template', 'spec', 'containers', 0, 'env', 0, 'value'],
      spot: 'web.yaml:19',
      decider: 'cm.yaml:4',
    },
  ])('names its line: $name', ({ folder, object, path, spot, decider }) => {
    const document = build(folder).find(({ value }) => keyIn(value) === object)
    if (document === undefined) throw new Error(`The case has no ${object}.`)
    const place = { document, path }
    expect(pointOf(spotOf(place))).toBe(spot)
    const decided = deciderOf(place)
    expect(decided && pointOf(decided)).toBe(decider)
  })

  it('is in the files of generators', () => {
    const [all] = build('generators').filter(({ value }) =>
      keyIn(value).startsWith('ConfigMap/all-'),
    )
    if (all === undefined) throw new Error('The case has no generated object.')
    const spot = (key: string) => pointOf(spotOf({ document: all, path: ['data', key] }))
    expect(spot('app.properties')).toBe('app.properties:1')
    expect(spot('SECOND')).toBe('values.env:3')
    expect(spot('b')).toBe('kustomization.yaml:4')
  })
})

function build(name: string): readonly Document[] {
  const folder = realpathSync(join(CASES, name, 'input'))
  const nameOf = (path: string): string => relative(folder, path)
  const workshop = openWorkshop({ boundaries: [folder], nameOf, renderChart: undefined })
  return buildKustomization(workshop, folder).documents
}

interface Leaf {
  readonly path: Path
  readonly value: unknown
}

function leavesOf(value: unknown, path: Path): readonly Leaf[] {
  if (isList(value)) return value.flatMap((member, index) => leavesOf(member, [...path, index]))
  if (isMapping(value))
    return Object.entries(value).flatMap(([key, member]) => leavesOf(member, [...path, key]))
  return [{ path, value }]
}

function certaintyOf(document: Document, path: Path): number | undefined {
  const { node, depth } = locate(document, path)
  expect(depth).toBe(path.length)
  return document.making?.certainty[node]
}

function textAt(document: Document, path: Path): string {
  const { node } = locate(document, path)
  const { start, end } = spanOf(document.layout, node)
  return sourceAt(document, node).text.slice(start, end)
}

// Numbers may be written in several ways; the first line of a text is enough to find it.
function firstLine(value: unknown): string {
  return typeof value === 'string' ? (value.split('\n')[0] ?? '') : ''
}

function keyIn(value: unknown): string {
  return `${String(valueAt(value, ['kind']))}/${String(valueAt(value, ['metadata', 'name']))}`
}

function pointOf({ file, line }: { readonly file: string; readonly line: number }): string {
  return `${file}:${line}`
}
