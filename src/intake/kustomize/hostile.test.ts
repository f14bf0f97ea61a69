import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  configMap,
  estateIn,
  estateOf,
  faultsIn,
  objectsIn,
  writeFiles,
} from '../estate.testing.ts'
import { patternMatcher } from './pattern.ts'

describe('a hostile kustomization', () => {
  it('ends where it leads in a circle', () => {
    const estate = estateOf({
      'top/kustomization.yaml': 'resources: [../a]\n',
      'a/kustomization.yaml': 'resources: [../b]\n',
      'b/kustomization.yaml': 'resources: [../a]\n',
    })
    expect(faultsIn(estate)).toEqual(['INTAKE_KUSTOMIZE b/kustomization.yaml:1:13'])
  })

  it('ends where folders multiply', () => {
    const files: Record<string, string> = { 'l0/kustomization.yaml': 'resources: [a.yaml]\n' }
    files['l0/a.yaml'] = configMap('a')
    for (let level = 1; level <= 12; level++) {
      files[`l${level}/kustomization.yaml`] = 'resources: [x, y]\n'
      for (const side of ['x', 'y'])
        files[`l${level}/${side}/kustomization.yaml`] =
          `namePrefix: ${side}\nresources: [../../l${level - 1}]\n`
    }
    expect(faultsIn(estateOf(files))).toEqual([expect.stringMatching(/^INTAKE_TOO_MANY l/)])
  })

  it('ends where its output multiplies', () => {
    const lines = Array.from({ length: 50_000 }, (_, index) => `  k${index}: v\n`)
    const files: Record<string, string> = {
      'base/a.yaml': `${configMap('a')}data:\n${lines.join('')}`,
    }
    files['base/kustomization.yaml'] = 'resources: [a.yaml]\n'
    const names = Array.from({ length: 1000 }, (_, index) => `o${index}`)
    for (const name of names)
      files[`${name}/kustomization.yaml`] = `namePrefix: ${name}-\nresources: [../base]\n`
    files['all/kustomization.yaml'] =
      `resources: [${names.map((name) => `../${name}`).join(', ')}]\n`
    // Two seconds on an idle machine.
    expect(faultsIn(estateOf(files))).toEqual([expect.stringMatching(/^INTAKE_TOO_MANY /)])
  })

  it.each([
    { name: 'a path', field: 'resources: [../outside.yaml]' },
    { name: 'an absolute path', field: 'configMapGenerator: [{name: a, files: [/etc/hosts]}]' },
    { name: 'a patch', field: 'resources: [a.yaml]\npatches: [{path: ../outside.yaml}]' },
    { name: 'a link', field: 'resources: [link.yaml]' },
  ])('reads nothing outside of its folder: $name', ({ field }) => {
    const folder = writeFiles({
      'k/kustomization.yaml': `${field}\n`,
      'k/a.yaml': configMap('a'),
      'outside.yaml': configMap('outside'),
    })
    symlinkSync('../outside.yaml', join(folder, 'k/link.yaml'))
    const estate = estateIn(folder, { targets: ['k'] })
    expect(objectsIn(estate)).not.toContain('outside.yaml ConfigMap/outside')
    expect(faultsIn(estate)).toContainEqual(
      expect.stringMatching(/^INTAKE_OUTSIDE_ROOT k\/kustomization\.yaml:/),
    )
  })

  it('builds no folder outside of what is scanned', () => {
    const folder = writeFiles({ 'work/k/kustomization.yaml': 'resources: [../../other]\n' })
    const other = join(folder, 'other/kustomization.yaml')
    mkdirSync(dirname(other))
    writeFileSync(other, 'resources: []\n')
    const estate = estateIn(join(folder, 'work'))
    expect(faultsIn(estate)).toEqual(['INTAKE_OUTSIDE_ROOT k/kustomization.yaml:1:13'])
  })

  it.each([
    { name: 'a repository', path: 'https://github.com/example/base?ref=v1' },
    { name: 'a short name', path: 'github.com/example/base//deploy' },
    { name: 'a login', path: 'git@example.com:base.git' },
  ])('fetches nothing and goes on: $name', ({ path }) => {
    const estate = estateOf({
      'kustomization.yaml': `resources: ['${path}', a.yaml]\nnamePrefix: p-\npatches: [{path: p.yaml}]\n`,
      'a.yaml': configMap('a'),
      'p.yaml': configMap('of-the-remote-base'),
    })
    expect(faultsIn(estate)).toEqual(['INTAKE_REMOTE kustomization.yaml:1:13'])
    expect(objectsIn(estate)).toEqual(['a.yaml ConfigMap/p-a'])
  })

  it('runs no program and goes on', () => {
    const estate = estateOf({
      'kustomization.yaml': 'resources: [a.yaml]\ntransformers: [t.yaml]\ngenerators: [t.yaml]\n',
      'a.yaml': configMap('a'),
      't.yaml': 'apiVersion: example.com/v1\nkind: Injector\nmetadata: {name: t}\n',
    })
    expect(faultsIn(estate)).toEqual(['INTAKE_PLUGIN t.yaml:1:1'])
    expect(objectsIn(estate)).toEqual(['a.yaml ConfigMap/a'])
  })
})

describe('a foreign pattern', () => {
  it.each([
    { pattern: '^(?:web|a.i)$', yes: ['web', 'api'], no: ['webs', 'ai'] },
    { pattern: '^[^a-c]{2,3}$', yes: ['xy', 'xyz'], no: ['x', 'ax', 'wxyz'] },
    { pattern: 'a\\.b', yes: ['xa.by'], no: ['aab'] },
    { pattern: '^x+?(y|)*$', yes: ['xx', 'xyyy'], no: ['', 'yx'] },
    { pattern: '^\\w+-\\d$', yes: ['a-1'], no: ['-1', 'a-b'] },
  ])('is followed: $pattern', ({ pattern, yes, no }) => {
    const matches = patternMatcher(pattern)
    expect(yes.filter((text) => matches?.(text) !== true)).toEqual([])
    expect(no.filter((text) => matches?.(text) !== false)).toEqual([])
  })

  it.each(['(', '[a', 'a**', '(?<x>y)', '*', 'a{2000}', '\\'])('is refused: %s', (pattern) => {
    expect(patternMatcher(pattern)).toBeUndefined()
  })

  it('takes no time that grows out of hand', () => {
    // One that goes back on itself would not end before the test does.
    expect(patternMatcher('^(a|a|aa)*(a*)*b$')?.('a'.repeat(5000))).toBe(false)
  })
})
