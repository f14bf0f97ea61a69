import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeFiles } from './estate.testing.ts'
import { patchFiles } from './kustomize.ts'
import { KUSTOMIZATION_NAMES } from './manifest-name.ts'

function patchesOf(kustomization: string, name = 'overlay/kustomization.yaml'): readonly string[] {
  const folder = writeFiles({ [name]: kustomization })
  const patches = patchFiles([join(folder, 'overlay')], 1024)
  return [...patches].map((path) => path.slice(folder.length + 1))
}

describe('patchFiles', () => {
  it.each([
    {
      name: 'patches with a path',
      text: 'patches: [{path: a.yaml}, {path: ../b.yaml, target: {kind: Pod}}]',
    },
    { name: 'patches that are paths', text: 'patches: [a.yaml, ../b.yaml]' },
    { name: 'strategic merges', text: 'patchesStrategicMerge: [./a.yaml, ../b.yaml]' },
    { name: 'JSON patches', text: 'patchesJson6902: [{path: a.yaml}, {path: ../b.yaml}]' },
    {
      name: 'both sorts at once',
      text: 'patches: [{path: a.yaml}]\npatchesStrategicMerge: [../b.yaml]',
    },
  ])('finds $name', ({ text }) => {
    expect(patchesOf(text)).toEqual(['overlay/a.yaml', 'b.yaml'])
  })

  it('passes over patches that are written out on the spot', () => {
    const text =
      'patches:\n  - patch: |-\n      kind: Pod\npatchesStrategicMerge:\n  - |-\n    kind: Pod\n    a: b\n'
    expect(patchesOf(text)).toEqual([])
  })

  it('does not take a file for a patch that is also built from', () => {
    expect(patchesOf('resources: [a.yaml]\npatches: [{path: a.yaml}]')).toEqual([])
  })

  it('knows all names of the file', () => {
    for (const name of KUSTOMIZATION_NAMES) {
      expect(patchesOf('patches: [a.yaml]', `overlay/${name}`)).toHaveLength(1)
    }
    expect(patchesOf('patches: [a.yaml]', 'overlay/other.yaml')).toEqual([])
  })

  it.each([
    { name: 'broken', text: 'patches: [' },
    { name: 'of the wrong shape', text: 'patches: {path: a.yaml}' },
    { name: 'too large', text: `patches: [a.yaml]\n#${'x'.repeat(1024)}` },
    { name: 'not UTF-8', text: 'patches: [a.yaml]\n#\0' },
  ])('makes nothing of a file that is $name', ({ text }) => {
    expect(patchesOf(text)).toEqual([])
  })
})
