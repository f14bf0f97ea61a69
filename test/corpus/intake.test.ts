import { describe, expect, it } from 'vitest'
import { readEstate, type Estate } from '../../src/intake/read-estate.ts'
import { corpus, type CorpusName } from './corpora.ts'

interface Expected {
  readonly corpus: CorpusName
  readonly objects: number
  readonly pods: number
  readonly offering: string
  /** How many faults of each code. Each was looked at: they are right. */
  readonly faults: Readonly<Record<string, number>>
}

// Objects were counted with another reader (PyYAML), the patch, two files for kind and the scheduler, and the 13 blocks
// of the boutique's Terraform aside; what is kustomized, with kubectl.
const EXPECTED: readonly Expected[] = [
  {
    corpus: 'boutique',
    objects: 348,
    pods: 86,
    offering: 'autopilot',
    faults: { INTAKE_PATCH: 1, INTAKE_MODULE: 2 },
  },
  { corpus: 'goat', objects: 38, pods: 15, offering: 'none', faults: {} },
  {
    corpus: 'examples',
    objects: 298,
    pods: 128,
    offering: 'none',
    faults: { INTAKE_TEMPLATE: 5, INTAKE_DUPLICATE_KEY: 5 },
  },
  { corpus: 'psa', objects: 4537, pods: 4537, offering: 'none', faults: {} },
]

describe('readEstate on public repositories', () => {
  for (const expected of EXPECTED) {
    const folder = corpus(expected.corpus)
    it.runIf(folder !== undefined)(`finds all objects of ${expected.corpus}`, () => {
      const { scene, faults, coverage } = estateOf(folder ?? '')
      expect({
        corpus: expected.corpus,
        objects: scene.resources.length,
        pods: scene.pods.length,
        offering: scene.offering,
        faults: countBy(faults.map(({ code }) => code)),
      }).toEqual(expected)
      const lost = coverage.reduce((sum, { asked, examined }) => sum + asked - examined, 0)
      expect(lost).toBe(faults.filter(({ code }) => code !== 'INTAKE_DUPLICATE_KEY').length)
    })
  }
})

function estateOf(workingFolder: string): Estate {
  return readEstate({
    targets: ['.'],
    workingFolder,
    skipPaths: [],
    readStdin: () => new Uint8Array(),
    kubernetes: { major: 1, minor: 36 },
    offering: undefined,
    today: '2026-11-24',
  })
}

function countBy(codes: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1
  return counts
}
