import { readdirSync, readFileSync, realpathSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildKustomization } from '../../src/intake/kustomize/build-kustomization.ts'
import { openWorkshop } from '../../src/intake/kustomize/workshop.ts'
import { readYaml } from '../../src/intake/yaml/read-yaml.ts'

// Each folder holds a kustomization for one construct and what `kubectl kustomize` (1.35, kustomize 5.7.1) made of it.
const CASES = join(import.meta.dirname, 'cases')

describe('a build gives what kubectl kustomize gives', () => {
  it.each(readdirSync(CASES))('%s', (name) => {
    const folder = realpathSync(join(CASES, name, 'input'))
    const workshop = openWorkshop({
      boundaries: [folder],
      nameOf: (path) => relative(folder, path),
      renderChart: undefined,
    })
    const { documents, faults } = buildKustomization(workshop, folder)
    expect(faults).toEqual([])
    expect(documents.map(({ value }) => value)).toEqual(expectedOf(name))
  })
})

function expectedOf(name: string): readonly unknown[] {
  const file = join(CASES, name, 'expected.yaml')
  return readYaml({ file, text: readFileSync(file, 'utf8') }).documents.map(({ value }) => value)
}
